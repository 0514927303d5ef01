using TalksBot.Core.Commands;
using TalksBot.Core.Updates;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Updates;

/// <summary>Shows what was said about talks.</summary>
internal sealed class ListUpdates(Find find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update list", "show what was said, each with its source", Role.Reader, [Parameters.TalksOrHere])
    {
        Example = "/talks update list us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        (await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal)
            ? Reply.Answer(UpdateListWording.Write(talks, clock.GetCurrentInstant()))
            : refusal;
}
