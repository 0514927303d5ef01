using System.Diagnostics;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Reading;

/// <summary>One delivery's receipt in a line.</summary>
internal static class ReceiptWording
{
    /// <summary>Under its reference: what it is, where it goes, when it was due, and what became of it.</summary>
    public static PostPiece Of(Delivery delivery, WallClock own)
    {
        var rung = delivery.Rung is { } before ? $", {RungWording.Alert(before)}" : "";
        return new PostPiece.Field(
            string.Join(" · ", new[] { delivery.Code, delivery.Subject, delivery.Key.ShortReference }.Where(part => part.Length > 0)),
            $"{delivery.Kind.Name()}{rung} to {delivery.Channel}, due {TimeWording.Full(delivery.DueAt, own)}; {Fate(delivery, own)}");
    }

    private static string Fate(Delivery delivery, WallClock own) => delivery.State switch
    {
        DeliveryState.Sent => $"sent {Punctuality(delivery, own)}, {Attempts(delivery)}, message {delivery.MessageId}{Doubt(delivery)}",
        DeliveryState.Pending when delivery.Attempts == 0 => "waiting",
        DeliveryState.Pending => $"waiting after {Attempts(delivery)}: {delivery.LastOutcome}",
        DeliveryState.Sending => $"being sent, {Attempts(delivery)}",
        DeliveryState.Held => $"held by quiet hours until {TimeWording.Full(delivery.NotBefore, own)}",
        DeliveryState.Superseded => $"superseded: {delivery.LastOutcome}",
        DeliveryState.Cancelled => $"cancelled: {delivery.LastOutcome}",
        DeliveryState.Failed => $"failed after {Attempts(delivery)}: {delivery.LastOutcome}",
        _ => throw new UnreachableException(),
    };

    private static string Doubt(Delivery delivery) => delivery.IsPerhapsTwice ? $", {delivery.LastOutcome}" : "";

    private static string Punctuality(Delivery delivery, WallClock own)
    {
        var at = delivery.SentAt!.Value;
        return Lateness.IsLate(delivery.DueAt, delivery.Rung, at)
            ? $"{TimeWording.Full(at, own)}, LATE {TimeWording.Span(at - delivery.DueAt)}"
            : $"on time at {TimeWording.ClockTimeShort(at, own)}";
    }

    private static string Attempts(Delivery delivery) => Typography.Count(delivery.Attempts, "attempt");
}
