using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Commands;

namespace TalksBot.Storage.Mappings;

internal sealed class KeptLineMapping : IEntityTypeConfiguration<KeptLine>
{
    public void Configure(EntityTypeBuilder<KeptLine> builder)
    {
        builder.ToTable("KeptLines");
        builder.HasIndex(kept => kept.Key).IsUnique();
        builder.Property(kept => kept.Key).HasMaxLength(24);
    }
}
