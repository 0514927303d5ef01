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
        builder.HasIndex(update => new { update.NegotiationId, update.Standing, update.HeardAt, update.Number });
        builder.HasIndex(update => new { update.NegotiationId, update.Standing, update.CameOutAt, update.Number });
        builder.HasIndex(update => new { update.NegotiationId, update.Group }).HasFilter("\"Group\" is not null");
        builder.Ignore(update => update.CameOut);
        builder.Ignore(update => update.IsPublic);
        builder.Ignore(update => update.AwaitsApproval);
    }
}
