using TalksBot.Core.Commands;
using TalksBot.Core.Digests;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Digests;

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

/// <summary>Shows the digest as it would read now. Nothing is posted and the next digest is not shortened.</summary>
internal sealed class PreviewDigest(RecordLookup find, DigestParts parts, TalksHere here, IClock clock) : IDeclaredCommand
{
    private static readonly Duration Covered = Duration.FromHours(24);

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "digest", "show the digest of the last 24 hours now", Role.Reader, [Parameters.TalksOrHere])
    {
        IsRare = true,
        Example = "/talks digest us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal))
        {
            return refusal;
        }

        var now = clock.GetCurrentInstant();
        var follow = talks.Follows.FirstOrDefault(known => known.Channel == call.Caller.Channel && known.RemovedAt is null);
        var own = follow?.Settings.Clock ?? await here.ClockAsync(call.Caller.Channel, token);
        var window = await parts.ReadAsync(talks, new DigestWindow(now - Covered, now, []), token);
        var post = DigestWording.Write(talks, own, window, now);
        return Reply.Answer(post with { Pieces = [new PostPiece.Line("Preview: nothing is posted."), .. post.Pieces] });
    }
}
