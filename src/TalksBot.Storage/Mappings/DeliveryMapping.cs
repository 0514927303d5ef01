using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalksBot.Core.Deliveries;

namespace TalksBot.Storage.Mappings;

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.HasIndex(delivery => delivery.Key).IsUnique();
        builder.HasIndex(delivery => new { delivery.Connection, delivery.State, delivery.Priority, delivery.DueAt })
            .HasFilter($"\"State\" in ({(int)DeliveryState.Pending}, {(int)DeliveryState.Sending})")
            .HasDatabaseName("IX_Deliveries_Outbox");
        builder.HasIndex(delivery => new { delivery.Talks, delivery.Subject });
        builder.HasIndex(delivery => new { delivery.Talks, delivery.DueAt, delivery.State, delivery.SentAt }).HasDatabaseName("IX_Deliveries_Receipts");
        builder.HasIndex(delivery => delivery.Talks)
            .HasFilter($"\"State\" in ({(int)DeliveryState.Pending}, {(int)DeliveryState.Held})")
            .HasDatabaseName("IX_Deliveries_Waiting");
        builder.HasIndex(delivery => delivery.DueAt);
        builder.HasIndex(delivery => delivery.ActId).HasFilter("\"ActId\" is not null");
        builder.HasIndex(delivery => delivery.TargetId).HasFilter("\"TargetId\" is not null");
        builder.HasIndex(delivery => delivery.AwaitsId).HasFilter("\"AwaitsId\" is not null");
        builder.HasIndex(delivery => delivery.FollowId).HasFilter($"\"State\" = {(int)DeliveryState.Held}").HasDatabaseName("IX_Deliveries_Held");
        builder.HasIndex(delivery => new { delivery.Connection, delivery.DueAt })
            .HasFilter($"\"Act\" <> {(int)DeliveryAct.Post} and \"ToldAt\" is null and \"State\" in ({(int)DeliveryState.Pending}, {(int)DeliveryState.Sending}, {(int)DeliveryState.Failed})")
            .HasDatabaseName("IX_Deliveries_Unmade");
        builder.Property(delivery => delivery.LeasedBy).HasMaxLength(64);
        builder.Ignore(delivery => delivery.Lane);
        builder.Ignore(delivery => delivery.IsUnseen);
        builder.Ignore(delivery => delivery.IsSettled);
        builder.Ignore(delivery => delivery.IsPerhapsTwice);
    }
}
