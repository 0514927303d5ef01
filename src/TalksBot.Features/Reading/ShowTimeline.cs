using TalksBot.Core.Chronicles;
using TalksBot.Core.Commands;
using TalksBot.Features.Commands;
using TalksBot.Features.Digests;
using TalksBot.Storage;

namespace TalksBot.Features.Reading;

/// <summary>Shows talks from what is to come back to their first event.</summary>
internal sealed class ShowTimeline(RecordLookup find, RecordParts parts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "timeline", "show the talks in time: what is to come, then what happened, newest first", Role.Reader, [Parameters.TalksOrHere, ListPage.Parameter])
    {
        IsRare = true,
        Example = "/talks timeline us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal)
            || !ListPage.Read(call).Is(out var page, out refusal))
        {
            return refusal;
        }

        await parts.TurnsAsync(talks, token);
        await parts.LatestAsync(talks, skipped: 0, Math.Max(DigestParts.MostUpdates, page.Skipped + ListPage.Size), token);
        var (post, shown) = TimelineWording.Write(talks, page.Skipped, ListPage.Size, clock.GetCurrentInstant());
        return page.Show(call, shown, post);
    }
}
