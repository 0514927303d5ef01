using TalksBot.Core.Digests;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;

namespace TalksBot.Features.Reading;

/// <summary>Reads what a digest tells: the news of its window, the accounts that differ, the deadlines' moves and the latest updates of its picture.</summary>
internal sealed class DigestParts(RecordParts parts)
{
    /// <summary>The most updates that a digest or a handover tells one by one.</summary>
    public const int MostUpdates = 100;

    /// <summary>Reads it.</summary>
    /// <returns>The window with the count of what is left out.</returns>
    public async Task<DigestWindow> ReadAsync(Negotiation talks, DigestWindow window, CancellationToken token)
    {
        await parts.DifferingAsync(talks, token);
        await parts.TurnsAsync(talks, token);
        await parts.LatestAsync(talks, skipped: 0, MostUpdates, token);
        return window with { LeftOut = await parts.NewsAsync(talks, window.From, window.To, MostUpdates, token) };
    }
}
