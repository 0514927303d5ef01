using System.Diagnostics;
using System.Globalization;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Reading;

/// <summary>One delivery's receipt in a line.</summary>
internal static class ReceiptWording
{
    private static readonly Duration Instantly = Duration.FromMinutes(1);

    /// <summary>As in <c>✓ 23:29 Washington Wed 28 Jun · terminal:desk · D1, 30 min to go · +0.2 s · r7k2</c>.</summary>
    public static PostPiece Of(Delivery delivery, WallClock own, Instant now) => new PostPiece.Line(string.Join(" · ", new[]
    {
        $"{Mark(delivery.State)} {TimeWording.ClockTime(TimeWording.Minute(delivery.DueAt), own, firstDate: null, now)}",
        $"{delivery.Channel}",
        What(delivery),
        Fate(delivery, own, now),
        delivery.Key.ShortReference,
    }.Where(part => part.Length > 0)));

    private static string Mark(DeliveryState state) => state switch
    {
        DeliveryState.Sent => "✓",
        DeliveryState.Failed => "✗",
        DeliveryState.Superseded or DeliveryState.Cancelled => "–",
        _ => "…",
    };

    private static string What(Delivery delivery)
    {
        var what = delivery.Rung switch
        {
            null => delivery.Kind.Name(),
            { } rung when rung == Duration.Zero => delivery.Subject.StartsWith('S') ? "its start" : "the deadline itself",
            { } rung => $"{TimeWording.Span(rung)} to go",
        };
        var act = delivery.Act switch
        {
            DeliveryAct.Edit => ", a change of the message",
            DeliveryAct.Pin => ", the pin",
            _ => "",
        };
        return (delivery.Subject.Length == 0 ? what : $"{delivery.Subject}, {what}") + act;
    }

    private static string Fate(Delivery delivery, WallClock own, Instant now) => delivery.State switch
    {
        DeliveryState.Sent => $"{Punctuality(delivery)}{Again(delivery)}{Doubt(delivery)}",
        DeliveryState.Pending when delivery.Attempts == 0 => "waiting",
        DeliveryState.Pending => $"waiting after {Attempts(delivery)}: {delivery.LastOutcome}",
        DeliveryState.Sending => $"being sent{Again(delivery)}",
        DeliveryState.Held => $"held by quiet hours until {TimeWording.ClockTime(TimeWording.Minute(delivery.NotBefore), own, firstDate: null, now)}",
        DeliveryState.Superseded => $"superseded: {delivery.LastOutcome}",
        DeliveryState.Cancelled => $"cancelled: {delivery.LastOutcome}",
        DeliveryState.Failed => $"FAILED after {Attempts(delivery)}: {delivery.LastOutcome}",
        _ => throw new UnreachableException(),
    };

    private static string Doubt(Delivery delivery) => delivery.IsPerhapsTwice ? $", {delivery.LastOutcome}" : "";

    private static string Again(Delivery delivery) => delivery.Attempts > 1 ? $", {Attempts(delivery)}" : "";

    private static string Punctuality(Delivery delivery)
    {
        var late = delivery.SentAt!.Value - delivery.DueAt;
        return late switch
        {
            _ when Lateness.IsLate(delivery.DueAt, delivery.Rung, delivery.SentAt.Value) => $"LATE {TimeWording.Span(late)}",
            _ when late < Instantly => string.Create(CultureInfo.InvariantCulture, $"+{Math.Max(0, late.TotalSeconds):0.0} s"),
            _ => $"+{TimeWording.Span(late)}",
        };
    }

    private static string Attempts(Delivery delivery) => Typography.Count(delivery.Attempts, "attempt");
}
