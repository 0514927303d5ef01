using Microsoft.Extensions.Logging;
using TalksBot.Core.Times;
using TalksBot.Simulators.Discord;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>A Discord in trouble, over real sockets.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 22, 0);

    private readonly LoggedLines _log = new();
    private Server _server = null!;
    private TestBot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await Server.StartAsync(new() { PostLimit = new(1_000, TimeSpan.FromSeconds(1)), OtherLimit = new(1_000, TimeSpan.FromSeconds(1)) });
        var clock = new SimulatedClock(Start);
        _bot = await TestBot.StartAsync(clock, new BotSurroundings { Others = [_server.Connect(clock)], Log = _log });
        await _bot.DoAsync("/talks open autos \"US–Japan automotive talks\" follow:no zone:Geneva");
        await _bot.DoAsync($"/talks follow add autos channel:{Server.Address(_server.Desk)} digest:none");
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(RestFaultKind.BadGateway, null)]
    [InlineData(RestFaultKind.DropBeforeCommit, null)]
    [InlineData(RestFaultKind.Overloaded, "create_message")]
    public async Task Its_end_is_found_within_five_seconds_and_the_log_has_two_lines(RestFaultKind kind, string? operation)
    {
        _server.Simulator.Faults.Add(new RestFault(kind) { Operation = operation, Times = 1_000_000 });
        for (var n = 1; n <= 3; n++)
        {
            await _bot.DoAsync($"/talks update add autos tier:official \"Update number {n}.\" \"a US official\"");
            await _bot.AdvanceAsync(Duration.FromMinutes(1));
        }

        _server.Messages(_server.Desk).ShouldBeEmpty();
        _server.Simulator.Faults.Clear();
        await _bot.AdvanceAsync(Duration.FromSeconds(6));

        var texts = _server.Visible(Server.Address(_server.Desk)).Select(message => message.Text).ToList();
        texts.Count.ShouldBe(3);
        Enumerable.Range(1, 3).ShouldAllBe(n => texts[n - 1].Contains($"Update number {n}.", StringComparison.Ordinal));
        _log.OfOutbox.Select(line => line.Level).ShouldBe([LogLevel.Warning, LogLevel.Information]);
        _bot.Seen.Count.ShouldBe(2);
    }
}
