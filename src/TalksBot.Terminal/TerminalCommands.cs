using System.Globalization;
using Microsoft.Extensions.Hosting;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Terminal;

/// <summary>Reads typed commands and shows their answers until the input ends.</summary>
internal sealed class TerminalCommands(TerminalKeyboard keyboard, ICommandDesk desk, ITerminalForm form, TerminalScreen screen)
    : BackgroundService
{
    private IReadOnlyList<PostButton> _choices = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await NextLineAsync(stoppingToken) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await RunAsync(Chosen(line.Trim()), stoppingToken);
            }
        }
    }

    private async Task RunAsync(string line, CancellationToken token)
    {
        var reply = await desk.RunAsync(line, keyboard.Caller, token);
        _choices = reply.Body.Buttons;

        // A screen that takes nothing is the deliveries' trouble to report; typing goes on.
        await screen.ShowAsync(form.Write(reply), token);
    }

    /// <summary>The command behind a number that was offered last, or the line itself.</summary>
    private string Chosen(string line) =>
        int.TryParse(line, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _choices.Count
            ? _choices[number - 1].Command
            : line;

    /// <summary>A read of the console cannot be cancelled, so it waits on a thread that the process may leave behind.</summary>
    private async Task<string?> NextLineAsync(CancellationToken token) =>
        await Task.Factory
            .StartNew(ReadLineAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .Unwrap()
            .WaitAsync(token);

    private async Task<string?> ReadLineAsync()
    {
        try
        {
            return await keyboard.Reader.ReadLineAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            return null;
        }
    }
}
