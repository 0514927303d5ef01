using TalksBot.Core.Chronicles;
using TalksBot.Core.Commands;
using TalksBot.Features.Desk;
using TalksBot.Storage;

namespace TalksBot.Features.Reading;

/// <summary>Shows talks from their first event to their last deadline.</summary>
internal sealed class ShowTimeline(Find find, RecordParts parts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "timeline", "show the talks from their first event to their last deadline", Role.Reader, [Parameters.TalksOrHere])
    {
        Example = "/talks timeline us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal))
        {
            return refusal;
        }

        await parts.TurnsAsync(talks, token);
        await parts.LatestAsync(talks, skipped: 0, DigestParts.MostUpdates, token);
        return Reply.Answer(TimelineWording.Write(talks, clock.GetCurrentInstant()));
    }
}
