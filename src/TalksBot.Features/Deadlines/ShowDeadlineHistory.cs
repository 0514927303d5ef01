using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Desk;
using TalksBot.Storage;

namespace TalksBot.Features.Deadlines;

/// <summary>Shows every change of a deadline.</summary>
internal sealed class ShowDeadlineHistory(Find find, RecordParts parts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline history", "show every change of a deadline: who, when, before, after", Role.Reader, [Parameters.Talks, Parameters.Deadline])
    {
        Example = "/talks deadline history us-japan-autos D1",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !Find.Deadline(call, talks).Is(out var deadline, out refusal))
        {
            return refusal;
        }

        await parts.ChangesOfAsync(talks, [deadline.Name], token);
        return Reply.Answer(DeadlineWording.History(talks, deadline, clock.GetCurrentInstant()));
    }
}
