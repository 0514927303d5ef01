using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Storage;

namespace TalksBot.Features.Upkeep;

/// <summary>How many receipts went with the years, so that the desk's totals stay true.</summary>
/// <param name="Sent">Posts that stood in their channel.</param>
/// <param name="Failed">Posts that were given up.</param>
/// <param name="Others">Posts that were cancelled, or spoken for by another.</param>
internal sealed record ForgottenReceipts(long Sent, long Failed, long Others)
{
    /// <summary>What went so far; null where nothing did.</summary>
    public static async Task<ForgottenReceipts?> ReadAsync(TalksDb db, CancellationToken token) =>
        await db.Facts.AsNoTracking().SingleOrDefaultAsync(fact => fact.Name == Fact.ForgottenReceipts, token) is { } fact
            ? JsonSerializer.Deserialize<ForgottenReceipts>(fact.Value)
            : null;

    /// <summary>Adds what goes now, in the transaction at hand.</summary>
    public static async Task AddAsync(TalksDb db, IReadOnlyCollection<DeliveryState> went, CancellationToken token)
    {
        var before = await ReadAsync(db, token) ?? new ForgottenReceipts(0, 0, 0);
        var (sent, failed) = (went.Count(state => state is DeliveryState.Sent), went.Count(state => state is DeliveryState.Failed));
        var value = JsonSerializer.Serialize(new ForgottenReceipts(before.Sent + sent, before.Failed + failed, before.Others + went.Count - sent - failed));
        if (await db.Facts.SingleOrDefaultAsync(fact => fact.Name == Fact.ForgottenReceipts, token) is { } known)
        {
            known.Value = value;
        }
        else
        {
            db.Facts.Add(new Fact { Name = Fact.ForgottenReceipts, Value = value });
        }
    }
}
