using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;

namespace TalksBot.Features.Reading;

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
