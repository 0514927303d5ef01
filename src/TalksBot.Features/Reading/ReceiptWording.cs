using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
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
            DeliveryAct.Thread => ", its opening",
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

    private static string Doubt(Delivery delivery) => delivery.Reason switch
    {
        DeliveryReason.PerhapsTwice => $", {delivery.LastOutcome}",
        DeliveryReason.SentAgain => ", sent again: the first answer was lost, and it was not there",
        _ => "",
    };

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

/// <summary>How many deliveries came to what.</summary>
internal sealed record ReceiptTotals(int All, int Sent, int Late, int Failed, int Superseded, int Cancelled, int Held)
{
    /// <summary>The totals in a line.</summary>
    public string Words =>
        string.Join(", ", new[]
        {
            (Failed, "FAILED"), (Sent, "sent"), (Late, "of them late"), (Waiting, "waiting"), (Held, "held by quiet hours"), (Superseded, "superseded"), (Cancelled, "cancelled"),
        }.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}").DefaultIfEmpty("Nothing was posted yet"));

    private int Waiting => All - Sent - Failed - Superseded - Cancelled - Held;

    /// <summary>Counts.</summary>
    public static async Task<ReceiptTotals> OfAsync(IQueryable<Delivery> deliveries, CancellationToken token)
    {
        var states = await deliveries
            .GroupBy(delivery => delivery.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.Count, token);
        return new ReceiptTotals(
            states.Values.Sum(),
            states.GetValueOrDefault(DeliveryState.Sent),
            await LateAsync(deliveries, token),
            states.GetValueOrDefault(DeliveryState.Failed),
            states.GetValueOrDefault(DeliveryState.Superseded),
            states.GetValueOrDefault(DeliveryState.Cancelled),
            states.GetValueOrDefault(DeliveryState.Held));
    }

    // The database stores instants as numbers but EF cannot subtract them, so the pairs are read and counted here.
    private static async Task<int> LateAsync(IQueryable<Delivery> deliveries, CancellationToken token)
    {
        var late = 0;
        var sent = deliveries.Where(delivery => delivery.SentAt > delivery.DueAt).Select(delivery => new { delivery.DueAt, delivery.Rung, delivery.SentAt });
        await foreach (var post in sent.AsAsyncEnumerable().WithCancellation(token))
        {
            late += Lateness.IsLate(post.DueAt, post.Rung, post.SentAt!.Value) ? 1 : 0;
        }

        return late;
    }
}
