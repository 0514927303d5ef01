using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Terminal;
using TalksBot.Verbs;

namespace TalksBot.LocalCommands;

/// <summary>Carries out a command of the local operator and writes the reply for their screen.</summary>
internal sealed class RunLocalCommand(ICommandDesk desk, IOptions<TerminalOptions> terminal, TerminalRenderers renderers)
{
    /// <summary>Carries it out.</summary>
    public async Task<LocalAnswer> RunAsync(LocalCommand command, CancellationToken token)
    {
        var caller = new Caller("local operator", Role.Chief, terminal.Value.FirstAddress) { HasAgreed = command.HasAgreed, IdempotencyKey = command.Key };
        var reply = await desk.RunAsync(command.Line, caller, token);
        var renderer = renderers.For(new TerminalLook(command.Colour, () => command.Width), command.AsJson);
        return new LocalAnswer(
            renderer.Write(reply, OfferedChoice.WithoutKeys(reply.Body.Buttons)),
            reply.Refused || reply.IsPreview ? CommandLineTool.Refused : CommandLineTool.Done);
    }
}
