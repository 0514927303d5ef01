using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Points;

/// <summary>Shows what the sides differ on.</summary>
internal sealed class ListPoints(Find find) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "point list", "show what the sides differ on, in each side's own words", Role.Reader, [Parameters.TalksOrHere])
    {
        Example = "/talks point list us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        (await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal)
            ? Reply.Answer(PointListWording.Write(talks))
            : refusal;
}
