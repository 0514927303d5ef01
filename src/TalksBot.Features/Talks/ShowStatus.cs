using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Desk;
using TalksBot.Storage;

namespace TalksBot.Features.Talks;

/// <summary>Shows where talks stand, on one page.</summary>
internal sealed class ShowStatus(Find find, RecordParts parts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "status", "show where talks stand: deadlines, sessions, latest updates, sticking points", Role.Reader, [Parameters.TalksOrHere])
    {
        Example = "/talks status us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal))
        {
            return refusal;
        }

        await parts.DifferingAsync(talks, token);
        await parts.LatestAsync(talks, skipped: 0, StatusWording.LatestUpdates, token);
        return Reply.Answer(StatusWording.Write(talks, clock.GetCurrentInstant()));
    }
}
