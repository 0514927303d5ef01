using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Features.Transactions;
using TalksBot.Terminal;
using TalksBot.Verbs;

namespace TalksBot.LocalCommands;

/// <summary>Carries out a command of the local operator and writes the reply for their screen.</summary>
/// <param name="desk">Carries it out.</param>
/// <param name="terminal">The terminal's settings.</param>
/// <param name="renderers">Write for a screen.</param>
/// <param name="pulse">The rounds and turns of this process; null in one that only runs commands.</param>
internal sealed class RunLocalCommand(ICommandDesk desk, IOptions<TerminalOptions> terminal, TerminalRenderers renderers, Pulse? pulse = null)
{
    /// <summary>So long agenda and outbox may stay away and still count as working: a lock of another program, or a large change, is waited for.</summary>
    private static readonly TimeSpan StillComesBy = TimeSpan.FromMinutes(1);

    /// <summary>Carries it out.</summary>
    public async Task<LocalAnswer> RunAsync(LocalCommand command, CancellationToken token)
    {
        if (command.OnlyLive)
        {
            return Live();
        }

        var caller = new Caller("local operator", Role.Chief, terminal.Value.FirstAddress) { HasAgreed = command.HasAgreed, IdempotencyKey = command.Key };
        var reply = await desk.RunAsync(command.Line, caller, token);
        var renderer = renderers.For(new TerminalLook(command.Colour, () => command.Width), command.AsJson);
        return new LocalAnswer(
            renderer.Write(reply, OfferedChoice.WithoutKeys(reply.Body.Buttons)),
            reply.Refused || reply.IsPreview || reply.TellsOfTrouble ? CommandLineTool.Refused : CommandLineTool.Done);
    }

    private LocalAnswer Live() => pulse?.Oldest < StillComesBy
        ? new LocalAnswer("The worker works.\n", CommandLineTool.Done)
        : new LocalAnswer("The agenda or the outbox has not come by for a minute: look into the log.\n", CommandLineTool.Refused);
}
