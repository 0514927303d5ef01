using TalksBot.Core.Commands;

namespace TalksBot.Features.Talks;

/// <summary>Takes suspended talks up again.</summary>
internal sealed class ResumeTalks(TurnTalks turn) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("resume", "say that suspended talks go on", Role.Editor, TurnTalks.Parameters)
    {
        Changes = true,
        Announces = true,
        Example = "/talks resume us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        await turn.RunAsync(call, (talks, stamp) => talks.Resume(stamp), "Under way again", token);
}
