using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Commands;

namespace TalksBot.Storage.Mappings;

internal sealed class ClaimedServerMapping : IEntityTypeConfiguration<ClaimedServer>
{
    public void Configure(EntityTypeBuilder<ClaimedServer> builder)
    {
        builder.ToTable("ClaimedServers");
        builder.HasKey(claim => claim.Connection);
    }
}
