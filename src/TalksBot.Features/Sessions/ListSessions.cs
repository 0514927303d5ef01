using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Sessions;

/// <summary>Shows the sessions of talks.</summary>
internal sealed class ListSessions(Find find, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "session list", "show every session of talks, past ones too", Role.Reader, [Parameters.TalksOrHere])
    {
        Example = "/talks session list us-japan-autos",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) =>
        (await find.TalksOrHereAsync(call, token)).Is(out var talks, out var refusal)
            ? Reply.Answer(SessionListWording.Write(talks, clock.GetCurrentInstant()))
            : refusal;
}
