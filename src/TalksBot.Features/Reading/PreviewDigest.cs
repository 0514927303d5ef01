using TalksBot.Core.Commands;
using TalksBot.Core.Digests;
using TalksBot.Core.Posts;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Reading;

/// <summary>Shows the digest as it would read now. Nothing is posted and the next digest is not shortened.</summary>
internal sealed class PreviewDigest(Find find, DigestParts parts, TalksHere here, IClock clock) : IDeclaredCommand
{
    private static readonly Duration Covered = Duration.FromHours(24);

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "digest", "show the digest of the last 24 hours now", Role.Reader, [Parameters.TalksOrHere])
    {
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
