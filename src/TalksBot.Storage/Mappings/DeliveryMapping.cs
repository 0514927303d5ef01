using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Agenda;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Storage.Mappings;

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.HasIndex(delivery => delivery.Key).IsUnique();
        builder.HasIndex(delivery => new { delivery.Talks, delivery.Subject });
        builder.HasIndex(delivery => new { delivery.Talks, delivery.DueAt, delivery.State, delivery.SentAt }).HasDatabaseName("IX_Deliveries_Receipts");
        builder.HasIndex(delivery => delivery.DueAt);
        builder.HasIndex(delivery => delivery.ActId).HasFilter("\"ActId\" is not null");
        builder.HasIndex(delivery => delivery.TargetId).HasFilter("\"TargetId\" is not null");
        builder.HasIndex(delivery => delivery.AwaitsId).HasFilter("\"AwaitsId\" is not null");
        MapParts(builder);
        builder.Property(delivery => delivery.LeasedBy).HasMaxLength(64);
        builder.Ignore(delivery => delivery.Lane);
        builder.Ignore(delivery => delivery.IsUnseen);
        builder.Ignore(delivery => delivery.IsSettled);
    }

    /// <summary>
    /// Indexes of a small part of a table that grows with the years. SQLite uses one only for a query that says its filter word for word, so
    /// "pending" is not found in an index of "pending or sending"; QueryPlanTests looks after that.
    /// </summary>
    private static void MapParts(EntityTypeBuilder<Delivery> builder)
    {
        var waiting = $"\"State\" in ({(int)DeliveryState.Pending}, {(int)DeliveryState.Held})";
        builder.HasIndex([nameof(Delivery.Connection), nameof(Delivery.Priority), nameof(Delivery.DueAt)], "IX_Deliveries_Outbox").HasFilter($"\"State\" = {(int)DeliveryState.Pending}");
        builder.HasIndex([nameof(Delivery.Connection), nameof(Delivery.LeasedUntil)], "IX_Deliveries_Leased").HasFilter($"\"State\" = {(int)DeliveryState.Sending}");
        builder.HasIndex([nameof(Delivery.Talks)], "IX_Deliveries_Waiting").HasFilter(waiting);
        builder.HasIndex([nameof(Delivery.FollowId)], "IX_Deliveries_WaitingOfFollow").HasFilter(waiting);
        builder.HasIndex([nameof(Delivery.Talks)], "IX_Deliveries_Held").HasFilter($"\"State\" = {(int)DeliveryState.Held}");
        builder.HasIndex([nameof(Delivery.Talks)], "IX_Deliveries_Live").HasFilter($"\"Kind\" = {(int)DeliveryKind.Live}");
        builder.HasIndex([nameof(Delivery.Talks), nameof(Delivery.Shows)], "IX_Deliveries_ShowsOthers").HasFilter("\"Shows\" <> '' and \"Shows\" <> ' ' || \"Subject\" || ' '");
        builder.HasIndex([nameof(Delivery.Connection), nameof(Delivery.DueAt)], "IX_Deliveries_Unmade")
            .HasFilter($"\"Act\" <> {(int)DeliveryAct.Post} and \"ToldAt\" is null and \"State\" in ({(int)DeliveryState.Pending}, {(int)DeliveryState.Sending}, {(int)DeliveryState.Failed})");
    }
}

internal sealed class ChannelPauseMapping : IEntityTypeConfiguration<ChannelPause>
{
    public void Configure(EntityTypeBuilder<ChannelPause> builder)
    {
        builder.ToTable("ChannelPauses");
        builder.HasIndex(pause => new { pause.Connection, pause.Place, pause.Lane }).IsUnique();
        builder.Property(pause => pause.Place).HasMaxLength(ChannelAddress.LongestLength);
        builder.Ignore(pause => pause.Channel);
        builder.Ignore(pause => pause.IsWhole);
    }
}

internal sealed class DueMomentMapping : IEntityTypeConfiguration<DueMoment>
{
    public void Configure(EntityTypeBuilder<DueMoment> builder)
    {
        builder.ToTable("Agenda");
        builder.HasIndex(moment => new { moment.Kind, moment.Due })
            .HasFilter($"\"State\" = {(int)MomentState.Open}")
            .HasDatabaseName("IX_Agenda_Open");
        builder.HasIndex(moment => new { moment.SubjectId, moment.Kind, moment.State });
        builder.HasIndex(moment => new { moment.NegotiationId, moment.State });
    }
}
