using Microsoft.Extensions.Hosting;
using TalksBot.Core.Commands;

namespace TalksBot.Terminal;

/// <summary>Reads typed commands and shows their answers until the input ends.</summary>
internal sealed class TerminalCommands(TerminalKeyboard keyboard, ICommandDesk desk, ITerminalForm form, TerminalScreen screen)
    : BackgroundService
{
    private readonly TerminalChoices _choices = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await NextLineAsync(stoppingToken) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await RunAsync(_choices.Chosen(line.Trim()), stoppingToken);
            }
        }
    }

    private async Task RunAsync(string line, CancellationToken token)
    {
        var reply = await desk.RunAsync(line, keyboard.Caller, token);

        // A screen that takes nothing is the deliveries' trouble to report; typing goes on.
        await screen.ShowAsync(form.Write(reply, _choices.Offer(reply.Body.Buttons)), token);
    }

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
