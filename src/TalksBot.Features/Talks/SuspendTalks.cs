using TalksBot.Core.Commands;

namespace TalksBot.Features.Talks;

/// <summary>Interrupts talks; their deadlines and countdowns go on.</summary>
internal sealed class SuspendTalks(TurnTalks turn) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("suspend", "say that talks are interrupted; deadlines stand", Role.Editor, TurnTalks.Parameters)
    {
        Changes = true,
        Announces = true,
        Example = "/talks suspend us-japan-autos note:\"The minister flew home.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        await turn.RunAsync(call, (talks, stamp) => talks.Suspend(stamp), "Suspended", token);
}
