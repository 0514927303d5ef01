using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Negotiations;

namespace TalksBot.Storage.Mappings;

internal sealed class StickingPointMapping : IEntityTypeConfiguration<StickingPoint>
{
    public void Configure(EntityTypeBuilder<StickingPoint> builder)
    {
        builder.ToTable("Points");
        builder.HasIndex(point => new { point.NegotiationId, point.Number }).IsUnique();
    }
}
