using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Storage.Mappings;

internal sealed class ActMapping : IEntityTypeConfiguration<Act>
{
    public void Configure(EntityTypeBuilder<Act> builder)
    {
        builder.ToTable("Acts");
        builder.HasIndex(act => act.Key).IsUnique();
        builder.HasIndex(act => new { act.Talks, act.At });
        builder.HasIndex(act => act.Person);

        // One giving of a command is carried out once; what was taken back may be given again.
        builder.HasIndex(act => act.IdempotencyKey).IsUnique().HasFilter("\"IdempotencyKey\" is not null and \"UndoneBy\" is null");
        builder.Ignore(act => act.Opens);
        builder.Ignore(act => act.Reworded);
        builder.Ignore(act => act.Command);
        builder.Ignore(act => act.IsWord);
    }
}

internal sealed class FactMapping : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> builder) => builder.HasKey(fact => fact.Name);
}

internal sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("Handovers");
        builder.HasIndex(handover => handover.Person).IsUnique();
    }
}

internal sealed class KeptLineMapping : IEntityTypeConfiguration<KeptLine>
{
    public void Configure(EntityTypeBuilder<KeptLine> builder)
    {
        builder.ToTable("KeptLines");
        builder.HasIndex(kept => kept.Key).IsUnique();
        builder.Property(kept => kept.Key).HasMaxLength(24);
    }
}
