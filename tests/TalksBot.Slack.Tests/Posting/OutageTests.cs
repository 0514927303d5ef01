using Microsoft.Extensions.Logging;
using TalksBot.Core.Times;
using TalksBot.Simulators.Slack;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>A Slack in trouble, over real sockets.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 22, 0);

    private readonly LoggedLines _log = new();
    private Workspace _workspace = null!;
    private TestBot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _workspace = await Workspace.StartAsync(Workspace.Hasty);
        var clock = new SimulatedClock(Start);
        _bot = await TestBot.StartAsync(clock, new BotSurroundings { Others = [_workspace.Connect(clock: clock)], Log = _log });
        await _bot.DoAsync("/talks open autos \"US–Japan automotive talks\" follow:no zone:Geneva");
        await _bot.DoAsync($"/talks follow add autos channel:{Workspace.Address(_workspace.Desk)} digest:none");
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _workspace.DisposeAsync();
    }

    [Theory]
    [InlineData(WebFaultKind.HtmlPage, null, 6)]
    [InlineData(WebFaultKind.DropBeforeCommit, null, 6)]
    [InlineData(WebFaultKind.Unavailable, "chat.postMessage", 16)]
    public async Task Its_end_is_found_within_seconds_and_the_log_has_two_lines(WebFaultKind kind, string? method, int seconds)
    {
        _workspace.Simulator.Faults.Add(new WebFault(kind) { Method = method, Times = 1_000_000 });
        for (var n = 1; n <= 3; n++)
        {
            await _bot.DoAsync($"/talks update add autos tier:official \"Update number {n}.\" \"a US official\"");
            await _bot.AdvanceAsync(Duration.FromMinutes(1));
        }

        _workspace.Messages(_workspace.Desk).ShouldBeEmpty();
        _workspace.Simulator.Faults.Clear();
        // Where posts alone fail, each may have arrived all the same, and is looked for once the history can show it.
        await _bot.AdvanceAsync(Duration.FromSeconds(seconds));

        var texts = _workspace.Visible(Workspace.Address(_workspace.Desk)).Select(message => message.Text).ToList();
        texts.Count.ShouldBe(3);
        Enumerable.Range(1, 3).ShouldAllBe(n => texts[n - 1].Contains($"Update number {n}.", StringComparison.Ordinal));
        _log.OfOutbox.Select(line => line.Level).ShouldBe([LogLevel.Warning, LogLevel.Information]);
        _bot.Seen.Count.ShouldBe(2);
    }
}
