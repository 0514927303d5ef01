using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Talks;
using TalksBot.Features.Commands;

namespace TalksBot.Features.Points;

/// <summary>The sides agree on a point.</summary>
internal sealed class SettlePoint(RecordLookup find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "point settle", "record that the sides agree on a point", Role.Editor, [Parameters.Talks, Parameters.Point])
    {
        Changes = true,
        Example = "/talks point settle us-japan-autos P2",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !RecordLookup.Point(call, talks).Is(out var point, out refusal))
        {
            return refusal;
        }

        return talks.TurnPoint(point, PointState.Settled, call.Stamp(clock.GetCurrentInstant())) is { } fault
            ? Reply.Refuse(fault)
            : Reply.Answer($"{point.Name} of {talks.Title} is settled", [.. PointListWording.Pieces(talks, point)]);
    }
}
