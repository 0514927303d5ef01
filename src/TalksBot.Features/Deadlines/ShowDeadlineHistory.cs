using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Deadlines;

/// <summary>Shows every change of a deadline.</summary>
internal sealed class ShowDeadlineHistory(RecordLookup find, RecordParts parts, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline history",
        "show every change of a deadline, newest first: who, when, before, after",
        Role.Reader,
        [Parameters.Talks, Parameters.Deadline, ListPage.Parameter])
    {
        Example = "/talks deadline history us-japan-autos D1",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Deadline(call, talks).Is(out var deadline, out refusal)
            || !ListPage.Read(call).Is(out var page, out refusal))
        {
            return refusal;
        }

        await parts.ChangesOfAsync(talks, [deadline.Name], token);
        var shown = page.Of(talks.Changes.Where(change => change.Subject == deadline.Name).Reverse());
        return page.Show(call, shown, DeadlineWording.History(talks, deadline, shown, clock.GetCurrentInstant()));
    }
}
