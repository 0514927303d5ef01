using TalksBot.Core.Commands;
using TalksBot.Core.Talks;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Points;

/// <summary>Shows what the sides differ on.</summary>
internal sealed class ListPoints(RecordLookup find) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "point list", "show what the sides differ on, in each side's own words", Role.Reader, [Parameters.TalksOrHere, ListPage.Parameter])
    {
        Example = "/talks point list us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal)
            || !ListPage.Read(call).Is(out var page, out refusal))
        {
            return refusal;
        }

        var shown = page.Of(PointListWording.InOrder(talks.Points));
        return page.Show(call, shown, PointListWording.Write(talks, shown));
    }
}
