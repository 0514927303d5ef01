using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Storage.Mappings;

internal sealed class NegotiationMapping : IEntityTypeConfiguration<Negotiation>
{
    public void Configure(EntityTypeBuilder<Negotiation> builder)
    {
        builder.ToTable("Negotiations");
        builder.HasIndex(talks => talks.Slug).IsUnique();
        builder.HasIndex(talks => talks.ChangedAt);
        builder.Property<string?>(TalksDb.Import);
        builder.HasIndex(TalksDb.Import).HasFilter($"\"{TalksDb.Import}\" is not null");
        builder.Ignore(talks => talks.Listening);
        builder.Ignore(talks => talks.Code);
        builder.Ignore(talks => talks.Published);
        builder.Ignore(talks => talks.PublishedCount);
        builder.Ignore(talks => talks.DeadlinesToFollow);
        builder.Ignore(talks => talks.SessionsToFollow);
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

internal sealed class DeadlineMapping : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.HasIndex(deadline => new { deadline.NegotiationId, deadline.Number }).IsUnique();
        builder.HasIndex(deadline => deadline.State).HasFilter($"\"State\" = {(int)DeadlineState.PassedUnknown}").HasDatabaseName("IX_Deadlines_Passed");
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasIndex(session => new { session.NegotiationId, session.Number }).IsUnique();
        builder.HasIndex(session => session.State);
    }
}

internal sealed class StickingPointMapping : IEntityTypeConfiguration<StickingPoint>
{
    public void Configure(EntityTypeBuilder<StickingPoint> builder)
    {
        builder.ToTable("Points");
        builder.HasIndex(point => new { point.NegotiationId, point.Number }).IsUnique();
    }
}

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

internal sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("Changes");
        builder.Property(change => change.Before).HasConversion(value => StoredValue.Write(value), stored => StoredValue.Read(stored));
        builder.Property(change => change.After).HasConversion(value => StoredValue.Write(value), stored => StoredValue.Read(stored));
        builder.HasIndex(change => new { change.NegotiationId, change.At });
        builder.HasIndex(change => new { change.NegotiationId, change.Subject });
        builder.HasIndex(change => new { change.NegotiationId, change.Verb, change.At });
        builder.HasIndex(change => change.Undoes).HasFilter("\"Undoes\" <> ''");
    }
}

internal sealed class FollowMapping : IEntityTypeConfiguration<Follow>
{
    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.HasIndex(follow => new { follow.NegotiationId, follow.Channel }).IsUnique();
        builder.HasIndex(follow => follow.Channel);
        builder.Ignore(follow => follow.IsListening);
        builder.Ignore(follow => follow.Place);
        builder.OwnsOne(follow => follow.Settings);
        builder.Navigation(follow => follow.Settings).IsRequired();
    }
}
