using System.Diagnostics;
using System.Diagnostics.Metrics;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Outbox;

/// <summary>Measures and traces attempts to send, and what was settled by them.</summary>
internal static class SendInstruments
{
    private const string Operation = "messaging.operation.name";
    private const string OperationType = "messaging.operation.type";
    private const string Platform = "messaging.system";

    private static readonly Histogram<double> Attempts = DeskTelemetry.Meter.CreateHistogram(
        "messaging.client.operation.duration", "s", "How long platforms take over a post or a change of one.", tags: null, DeskTelemetry.Seconds);

    private static readonly Counter<long> Messages = DeskTelemetry.Meter.CreateCounter<long>(
        "messaging.client.sent.messages", "{message}", "Attempts to post or to change a post.");

    private static readonly Histogram<double> Lateness = DeskTelemetry.Meter.CreateHistogram(
        "talksbot.delivery.lateness", "s", "From the moment a delivery was due until its end was known.", tags: null, DeskTelemetry.Seconds);

    /// <summary>An attempt begins.</summary>
    public static Activity? Begin(Leased leased)
    {
        var attempt = DeliveryTrace.Begin("send", ActivityKind.Producer, leased.Post.Key, from: null, cause: null);
        DeliveryTrace.Describe(attempt, leased.Post.Channel, leased.Post.Cause.Kind);
        return attempt?.SetTag(Operation, Name(leased.Act)).SetTag(OperationType, "send");
    }

    /// <summary>An attempt ended.</summary>
    /// <param name="attempt">Its part of the trace; null where nobody traces.</param>
    /// <param name="leased">What was attempted.</param>
    /// <param name="attempted">What came of it.</param>
    /// <param name="took">How long it took.</param>
    public static void End(Activity? attempt, Leased leased, Attempted attempted, TimeSpan took)
    {
        var outcome = Outcome(attempted.Decision);
        var tags = new TagList
        {
            { Platform, leased.Post.Channel.Platform },
            { Operation, Name(leased.Act) },
            { OperationType, "send" },
            { DeskTelemetry.Connection, leased.Post.Channel.ConnectionName },
        };
        if (!attempted.IsSent)
        {
            tags.Add(DeskTelemetry.Error, outcome);
            attempt?.SetTag(DeskTelemetry.Error, outcome).SetStatus(ActivityStatusCode.Error);
        }

        attempt?.SetTag(DeskTelemetry.Outcome, outcome);
        Attempts.Record(took.TotalSeconds, tags);
        Messages.Add(1, tags);
    }

    /// <summary>What came of an attempt is written down for good.</summary>
    /// <param name="leased">What was attempted.</param>
    /// <param name="attempted">What came of it.</param>
    public static void Settled(Leased leased, Attempted attempted)
    {
        using (var settle = attempted.Attempt == default ? null : DeskTelemetry.Source.StartActivity("settle", ActivityKind.Client, attempted.Attempt, tags: null, links: null, attempted.At.ToDateTimeOffset()))
        {
            DeliveryTrace.Describe(settle, leased.Post.Channel, leased.Post.Cause.Kind);
            settle?.SetTag(Operation, "receipt").SetTag(OperationType, "settle").SetTag(DeskTelemetry.Outcome, Outcome(attempted.Decision));
        }

        if (attempted.Decision is not (null or RetryDecision.Again or RetryDecision.Reconcile or RetryDecision.Hold))
        {
            Lateness.Record(
                (attempted.At - leased.Post.DueAt).TotalSeconds,
                new(DeskTelemetry.Connection, leased.Post.Channel.ConnectionName),
                new(DeskTelemetry.Kind, leased.Post.Cause.Kind.ToString()),
                new(Operation, Name(leased.Act)),
                new(DeskTelemetry.Outcome, Outcome(attempted.Decision)));
        }
    }

    private static string Name(DeliveryAct act) => act switch
    {
        DeliveryAct.Post => "post",
        DeliveryAct.Edit => "edit",
        DeliveryAct.Delete => "delete",
        DeliveryAct.Pin => "pin",
        DeliveryAct.Unpin => "unpin",
        DeliveryAct.Thread => "thread",
        _ => throw new UnreachableException(),
    };

    private static string Outcome(RetryDecision? decision) => decision switch
    {
        null => "handed_back",
        RetryDecision.Done => "done",
        RetryDecision.DoneAgain => "done_again",
        RetryDecision.DonePerhapsTwice => "done_perhaps_twice",
        RetryDecision.Again { Reason: PauseReason.AskedToWait } => "asked_to_wait",
        RetryDecision.Again => "unreachable",
        RetryDecision.Reconcile => "in_doubt",
        RetryDecision.Hold => "credentials",
        RetryDecision.Leave => "left",
        RetryDecision.Gone => "gone",
        RetryDecision.Withdraw => "withdrawn",
        RetryDecision.GiveUp => "given_up",
        _ => throw new UnreachableException(),
    };
}
