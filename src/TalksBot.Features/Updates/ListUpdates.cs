using TalksBot.Core.Commands;
using TalksBot.Core.Updates;
using TalksBot.Features.Desk;
using TalksBot.Features.Reading;
using TalksBot.Storage;

namespace TalksBot.Features.Updates;

/// <summary>Shows what was said about talks.</summary>
internal sealed class ListUpdates(Find find, RecordParts parts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update list", "show what was said, each with its source", Role.Reader, [Parameters.TalksOrHere])
    {
        Example = "/talks update list us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal))
        {
            return refusal;
        }

        var shown = await parts.LatestAsync(talks, skipped: 0, DigestParts.MostUpdates, token);
        await parts.ChangesOfAsync(talks, [.. shown.Select(update => update.Name)], token);
        return Reply.Answer(UpdateListWording.Write(talks, clock.GetCurrentInstant()));
    }
}
