using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Negotiations;

namespace TalksBot.Storage.Mappings;

internal sealed class NegotiationMapping : IEntityTypeConfiguration<Negotiation>
{
    /// <summary>The column that names the import which is still taking the talks in: nobody sees them until all of them are there.</summary>
    public const string Import = "Import";

    public void Configure(EntityTypeBuilder<Negotiation> builder)
    {
        builder.HasIndex(talks => talks.Slug).IsUnique();
        builder.HasIndex(talks => talks.ChangedAt);
        builder.Property<string?>(Import);
        builder.HasIndex(Import).HasFilter($"\"{Import}\" is not null");
        builder.HasQueryFilter(talks => EF.Property<string?>(talks, Import) == null);
        builder.Ignore(talks => talks.Listening);
        builder.Ignore(talks => talks.Code);
        builder.Ignore(talks => talks.Published);
        builder.Ignore(talks => talks.PublishedCount);
        builder.Ignore(talks => talks.ChangesThatHold);
        builder.OwnsOne(talks => talks.Outcome);
        builder.HasMany(talks => talks.Deadlines).WithOne().HasForeignKey(deadline => deadline.NegotiationId);
        builder.HasMany(talks => talks.Sessions).WithOne().HasForeignKey(session => session.NegotiationId);
        builder.HasMany(talks => talks.Updates).WithOne().HasForeignKey(update => update.NegotiationId);
        builder.HasMany(talks => talks.Points).WithOne().HasForeignKey(point => point.NegotiationId);
        builder.HasMany(talks => talks.Follows).WithOne().HasForeignKey(follow => follow.NegotiationId);
        builder.HasMany(talks => talks.Changes).WithOne().HasForeignKey(change => change.NegotiationId).OnDelete(DeleteBehavior.SetNull);
    }
}
