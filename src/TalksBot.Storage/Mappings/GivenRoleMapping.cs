using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Commands;

namespace TalksBot.Storage.Mappings;

internal sealed class GivenRoleMapping : IEntityTypeConfiguration<GivenRole>
{
    public void Configure(EntityTypeBuilder<GivenRole> builder)
    {
        builder.ToTable("Roles");
        builder.HasIndex(given => given.To).IsUnique();
    }
}
