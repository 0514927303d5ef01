using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Times;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>The real outbox over the real adapter against a simulated server.</summary>
public sealed class WholeBotTests : IAsyncLifetime
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 22, 0);

    private Server _server = null!;
    private TestBot _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await Server.StartAsync(new() { PostLimit = new(1_000, TimeSpan.FromSeconds(1)), OtherLimit = new(1_000, TimeSpan.FromSeconds(1)) });
        var clock = new SimulatedClock(Start);
        _bot = await TestBot.StartAsync(clock, _server.Connect(clock));
        await _bot.DoAsync("/talks open autos \"US–Japan automotive talks\" follow:no zone:Geneva");
        await FollowAsync(_server.Desk);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Twenty_lost_answers_lose_nothing_and_double_nothing()
    {
        for (var n = 0; n < 20; n++)
        {
            _server.Simulator.Faults.DropAfterCommit();
            await _bot.DoAsync($"/talks update add autos tier:official \"Update number {n}.\" \"a US official\"");
            await _bot.AdvanceAsync(Duration.FromMinutes(3));
        }

        var texts = _server.Visible(Server.Address(_server.Desk)).Select(message => message.Text).ToList();
        texts.Count.ShouldBe(20);
        Enumerable.Range(0, 20).ShouldAllBe(n => texts.Count(text => text.Contains($"Update number {n}.", StringComparison.Ordinal)) == 1);
        (await StatesAsync()).ShouldAllBe(state => state == DeliveryState.Sent);
    }

    [Fact]
    public async Task A_history_that_lags_behind_a_lost_answer_makes_nothing_stand_twice()
    {
        _server.Simulator.Faults.DropAfterCommit();
        _server.Simulator.Faults.HistoryLag = TimeSpan.FromHours(1);

        await UpdateAsync();
        await _bot.AdvanceAsync(Duration.FromMinutes(3));

        _server.Visible(Server.Address(_server.Desk)).ShouldHaveSingleItem();
        (await StatesAsync()).ShouldAllBe(state => state == DeliveryState.Sent);
    }

    [Fact]
    public async Task A_missing_permission_mutes_the_follow_and_tells_operations_what_to_grant()
    {
        _server.Simulator.DenyBot(_server.Desk, TalksBot.Simulators.Discord.Permissions.SendMessages);

        await UpdateAsync();

        await AlarmedAsync("Grant the bot's role Send Messages");
    }

    [Fact]
    public async Task A_deleted_channel_mutes_the_follow_and_tells_operations()
    {
        _server.Simulator.DeleteChannel(_server.Desk);

        await UpdateAsync();

        await AlarmedAsync("is muted until somebody follows");
    }

    [Fact]
    public async Task A_dead_token_holds_everything_and_does_not_hammer()
    {
        _server.Simulator.RevokeToken();

        await UpdateAsync();
        await _bot.AdvanceAsync(Duration.FromHours(1));

        // One post, the read that confirms it, and a read each two minutes.
        _server.Simulator.Stats.Statuses[401].ShouldBe(2 + 30);
        (await StatesAsync()).ShouldContain(DeliveryState.Pending);
        _bot.Seen.ShouldContain(seen => seen.Text.Contains("does not accept its credentials", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_answer_that_cannot_be_looked_for_is_told_once_and_the_channel_goes_on_when_it_can()
    {
        _server.Simulator.DenyBot(_server.Desk, TalksBot.Simulators.Discord.Permissions.ReadMessageHistory);
        _server.Simulator.Faults.DropAfterCommit(times: 100);
        await UpdateAsync();
        await _bot.AdvanceAsync(Duration.FromMinutes(30));
        await _bot.DoAsync("/talks update add autos tier:official \"They part.\" \"a US official\"");
        await _bot.AdvanceAsync(Duration.FromMinutes(30));
        var told = _bot.Seen.ToList();
        var waiting = await StatesAsync();
        _server.Simulator.Faults.Clear();

        _server.Simulator.Permit(_server.Desk, _server.Simulator.BotId, TalksBot.Simulators.Discord.Permissions.None, TalksBot.Simulators.Discord.Permissions.None);
        await _bot.AdvanceAsync(Duration.FromMinutes(3));

        told.Where(seen => seen.Text.Contains("is held up", StringComparison.Ordinal)).ShouldHaveSingleItem().Text.ShouldContain("Grant the bot's role Read Message History");
        waiting.Count(state => state == DeliveryState.Pending).ShouldBe(2);
        var texts = _server.Visible(Server.Address(_server.Desk)).Select(message => message.Text).ToList();
        texts.Count.ShouldBe(2);
        texts[0].ShouldContain("They meet again.");
        texts[1].ShouldContain("They part.");
        _bot.Seen.Count(seen => seen.Text.Contains("is held up", StringComparison.Ordinal)).ShouldBe(1);
        (await StatesAsync()).ShouldAllBe(state => state == DeliveryState.Sent);
    }

    private Task FollowAsync(ulong channel) => _bot.DoAsync($"/talks follow add autos channel:{Server.Address(channel)} digest:none");

    private async Task UpdateAsync()
    {
        await _bot.DoAsync("/talks update add autos tier:official \"They meet again.\" \"a US official\"");
        await _bot.SettleAsync();
    }

    private async Task AlarmedAsync(string words)
    {
        await _bot.SettleAsync();
        _bot.Seen.ShouldHaveSingleItem().Text.ShouldContain(words);
        var muted = await _bot.ReadAsync(db => db.Negotiations.Include(talks => talks.Follows).SelectMany(talks => talks.Follows).ToListAsync());
        muted.ShouldHaveSingleItem().MutedBecause.ShouldNotBeNullOrWhiteSpace();
    }

    private Task<List<DeliveryState>> StatesAsync() => _bot.ReadAsync(db => db.Deliveries.Select(row => row.State).ToListAsync());
}
