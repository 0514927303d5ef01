using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Updates;

namespace TalksBot.Storage.Mappings;

internal sealed class UpdateMapping : IEntityTypeConfiguration<Update>
{
    public void Configure(EntityTypeBuilder<Update> builder)
    {
        builder.ToTable("Updates");
        builder.HasIndex(update => new { update.NegotiationId, update.Number }).IsUnique();
        builder.Ignore(update => update.IsPublic);
        builder.Ignore(update => update.AwaitsApproval);
    }
}
