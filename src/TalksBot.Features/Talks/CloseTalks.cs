using TalksBot.Core.Commands;

namespace TalksBot.Features.Talks;

/// <summary>Stops following talks and cancels all their alerts.</summary>
internal sealed class CloseTalks(TurnTalks turn) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("close", "stop following talks; every alert is cancelled", Role.Editor, TurnTalks.Parameters)
    {
        Changes = true,
        Announces = true,
        Example = "/talks close us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        await turn.RunAsync(call, (talks, stamp) => talks.Close(stamp), "Closed", token);
}
