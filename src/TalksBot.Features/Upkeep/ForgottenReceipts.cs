using System.Text.Json;
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
        await db.RecallAsync(Fact.ForgottenReceipts, token) is { } value ? JsonSerializer.Deserialize<ForgottenReceipts>(value) : null;

    /// <summary>Adds what goes now, in the transaction at hand.</summary>
    public static async Task AddAsync(TalksDb db, IReadOnlyCollection<DeliveryState> went, CancellationToken token)
    {
        var before = await ReadAsync(db, token) ?? new ForgottenReceipts(0, 0, 0);
        var (sent, failed) = (went.Count(state => state is DeliveryState.Sent), went.Count(state => state is DeliveryState.Failed));
        var all = new ForgottenReceipts(before.Sent + sent, before.Failed + failed, before.Others + went.Count - sent - failed);
        await db.RememberAsync(Fact.ForgottenReceipts, JsonSerializer.Serialize(all), token);
    }
}
