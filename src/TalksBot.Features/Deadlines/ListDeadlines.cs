using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Deadlines;

/// <summary>Shows the deadlines of talks.</summary>
internal sealed class ListDeadlines(RecordLookup find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline list", "show every deadline of talks: those that stand, then settled ones", Role.Reader, [Parameters.TalksOrHere, ListPage.Parameter])
    {
        Example = "/talks deadline list us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal)
            || !ListPage.Read(call).Is(out var page, out refusal))
        {
            return refusal;
        }

        var shown = page.Of(DeadlineWording.InOrder(talks.Deadlines));
        return page.Show(call, shown, DeadlineWording.List(talks, shown, clock.GetCurrentInstant()));
    }
}
