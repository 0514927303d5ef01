using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using TalksBot.Core.Channels;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Transactions;

/// <summary>
/// The trace of a delivery, from the moment it was due to its receipt. Its id is made from the delivery's key, so attempts after a restart belong
/// to it too, and nothing need be stored; nothing can be read back from it.
/// </summary>
internal static class DeliveryTrace
{
    private const int IdBytes = 16;

    /// <summary>Says of deliveries that have just been written that they wait: from when they were due until now.</summary>
    public static void Queued(IReadOnlyList<Delivery> deliveries)
    {
        if (!DeskTelemetry.Source.HasListeners())
        {
            return;
        }

        foreach (var delivery in deliveries)
        {
            var around = Activity.Current;
            using (var queued = Begin("create", ActivityKind.Producer, delivery.Key, delivery.DueAt, around))
            {
                queued?.SetTag("messaging.operation.name", "queue").SetTag("messaging.operation.type", "create");
                Describe(queued, delivery.Channel, delivery.Kind);
            }

            Activity.Current = around;
        }
    }

    /// <summary>Begins a part of the trace that hangs on no other part; it is the current one from then on.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="kind">What the part is to others.</param>
    /// <param name="key">The delivery's key.</param>
    /// <param name="from">When it began; null for now.</param>
    /// <param name="cause">What led to it; null for nothing that is traced.</param>
    public static Activity? Begin(string name, ActivityKind kind, DeliveryKey key, Instant? from, Activity? cause)
    {
        if (!DeskTelemetry.Source.HasListeners())
        {
            return null;
        }

        // Else whatever runs around it would be taken for its parent.
        Activity.Current = null;
        ActivityLink[] links = cause is null ? [] : [new ActivityLink(cause.Context)];
        return DeskTelemetry.Source.StartActivity(name, kind, Of(key), tags: null, links, from?.ToDateTimeOffset() ?? default);
    }

    /// <summary>Says over which connection what sort of news goes.</summary>
    public static void Describe(Activity? part, ChannelAddress channel, DeliveryKind kind) => part?
        .SetTag("messaging.system", channel.Platform)
        .SetTag(DeskTelemetry.Connection, channel.ConnectionName)
        .SetTag(DeskTelemetry.Kind, kind.ToString());

    private static ActivityContext Of(DeliveryKey key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key.Value), hash);
        return new ActivityContext(ActivityTraceId.CreateFromBytes(hash[..IdBytes]), default, ActivityTraceFlags.Recorded);
    }
}
