using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Deadlines;

/// <summary>Shows the deadlines of talks.</summary>
internal sealed class ListDeadlines(Find find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline list", "show every deadline of talks, past ones too", Role.Reader, [Parameters.TalksOrHere])
    {
        Example = "/talks deadline list us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        (await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal)
            ? Reply.Answer(DeadlineWording.List(talks, clock.GetCurrentInstant()))
            : refusal;
}
