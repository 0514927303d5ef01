using Microsoft.Extensions.Hosting;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Terminal;

/// <summary>Reads typed commands and shows their answers until the input ends.</summary>
internal sealed class TerminalCommands(TerminalKeyboard keyboard, ICommandDesk desk, ITerminalRenderer renderer, TerminalScreen screen)
    : BackgroundService
{
    private readonly TerminalChoices _choices = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await keyboard.Lines.NextAsync(stoppingToken) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await TakeAsync(line.Trim(), stoppingToken);
            }
        }
    }

    /// <summary>A form is a command to complete; the words may also follow its key.</summary>
    private async Task TakeAsync(string line, CancellationToken token)
    {
        if (_choices.Form(line) is { } button)
        {
            var open = button.Command.EndsWith($":{PostButton.Unwritten}", StringComparison.Ordinal);
            var typed = open ? button.Command[..^PostButton.Unwritten.Length] : button.Command;
            var how = open ? $"Type {line} and the words, or the whole command:" : "Type the command as you want it:";
            await screen.ShowAsync(renderer.Write(Reply.Answer(how, new PostPiece.Line(UserText.OneLine(typed))), _choices.Again()), token);
            return;
        }

        if (_choices.Missed(line) is { } missed)
        {
            await screen.ShowAsync(renderer.WriteLine(missed), token);
            return;
        }

        await RunAsync(_choices.Written(line) ?? _choices.Chosen(line), token);
    }

    private async Task RunAsync(string line, CancellationToken token)
    {
        var reply = await desk.RunAsync(line, keyboard.Caller, token);

        // A screen that takes nothing is the deliveries' trouble to report; typing goes on.
        await screen.ShowAsync(renderer.Write(reply, _choices.Offer(reply.Body.Buttons)), token);
    }
}

/// <summary>Where typed commands come from.</summary>
/// <param name="Lines">The lines, one command each.</param>
/// <param name="Caller">Who types them.</param>
internal sealed record TerminalKeyboard(ITypedLines Lines, Caller Caller);
