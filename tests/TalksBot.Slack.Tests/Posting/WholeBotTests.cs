using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Times;
using TalksBot.Simulators.Slack;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>The real outbox over the real adapter against a simulated workspace.</summary>
public sealed class WholeBotTests : IAsyncDisposable
{
    private static readonly Instant Start = Instant.FromUtc(1995, 6, 28, 22, 0);

    private Workspace _workspace = null!;
    private TestBot _bot = null!;

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _workspace.DisposeAsync();
    }

    [Fact]
    public async Task Twenty_lost_answers_lose_nothing_and_double_nothing()
    {
        await StartAsync(SlackScopes.All);
        for (var n = 0; n < 20; n++)
        {
            _workspace.Simulator.Faults.DropAfterCommit();
            await _bot.DoAsync($"/talks update add autos tier:official \"Update number {n}.\" \"a US official\"");
            await _bot.AdvanceAsync(Duration.FromMinutes(3));
        }

        var texts = Texts();
        texts.Count.ShouldBe(20);
        Enumerable.Range(0, 20).ShouldAllBe(n => texts.Count(text => text.Contains($"Update number {n}.", StringComparison.Ordinal)) == 1);
        (await RowsAsync()).ShouldAllBe(row => row.State == DeliveryState.Sent && row.Reason != DeliveryReason.PerhapsTwice);
    }

    [Fact]
    public async Task A_history_that_lags_behind_a_lost_answer_makes_nothing_stand_twice()
    {
        await StartAsync(SlackScopes.All);
        _workspace.Simulator.Faults.DropAfterCommit();
        _workspace.Simulator.Faults.HistoryLag = TimeSpan.FromHours(1);

        await UpdateAsync();
        await _bot.AdvanceAsync(Duration.FromSeconds(3));
        _workspace.Simulator.Faults.HistoryLag = TimeSpan.Zero;
        await _bot.AdvanceAsync(Duration.FromMinutes(3));

        Texts().ShouldHaveSingleItem().ShouldContain("They meet again.");
        var row = (await RowsAsync()).Single(row => row.FollowId is not null);
        (row.State, row.Reason == DeliveryReason.PerhapsTwice).ShouldBe((DeliveryState.Sent, false));
    }

    [Fact]
    public async Task Without_leave_to_look_a_post_is_rather_shown_twice_and_that_is_owned_up_to()
    {
        await StartAsync(SlackScopes.Without("channels:history"));
        _workspace.Simulator.Faults.DropAfterCommit();

        await UpdateAsync();
        await _bot.AdvanceAsync(Duration.FromMinutes(3));

        Texts().Count(text => text.Contains("They meet again.", StringComparison.Ordinal)).ShouldBe(2);
        var row = (await RowsAsync()).Single(row => row.FollowId is not null);
        row.State.ShouldBe(DeliveryState.Sent);
        row.Reason.ShouldBe(DeliveryReason.PerhapsTwice);
        row.LastOutcome!.ShouldContain("channels:history");
        _bot.Seen.ShouldHaveSingleItem().Text.ShouldContain("may stand twice");
    }

    [Fact]
    public async Task The_doubt_stays_until_the_post_is_known_to_be_visible()
    {
        await StartAsync(SlackScopes.Without("channels:history"));
        _workspace.Simulator.Faults.DropAfterCommit();
        _workspace.Simulator.Faults.Add(new WebFault(WebFaultKind.RateLimited) { Method = "chat.postMessage", Wait = TimeSpan.FromMinutes(2) });

        await UpdateAsync();
        for (var tries = 0; tries < 40 && Texts().Count < 2; tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await _bot.AdvanceAsync(Duration.FromMinutes(3));
        }

        (await RowsAsync()).Single(row => row.FollowId is not null).Reason.ShouldBe(DeliveryReason.PerhapsTwice);
    }

    [Fact]
    public async Task An_archived_channel_mutes_the_follow_and_tells_operations()
    {
        await StartAsync(SlackScopes.All);
        _workspace.Simulator.Archive(_workspace.Desk);

        await UpdateAsync();

        await AlarmedAsync("is muted until somebody follows");
    }

    [Fact]
    public async Task A_dead_token_holds_everything_and_does_not_hammer()
    {
        await StartAsync(SlackScopes.All);
        _workspace.Simulator.Faults.RevokeTokens();

        await UpdateAsync();
        await _bot.AdvanceAsync(Duration.FromHours(1));

        _workspace.Simulator.Stats.Requests["chat.postMessage"].ShouldBe(1);
        (await RowsAsync()).ShouldContain(row => row.State == DeliveryState.Pending);
        _bot.Seen.ShouldContain(seen => seen.Text.Contains("does not accept its credentials", StringComparison.Ordinal));
    }

    private async Task StartAsync(IReadOnlyList<string> scopes)
    {
        _workspace = await Workspace.StartAsync(Workspace.Hasty with { Scopes = scopes });
        var clock = new SimulatedClock(Start);
        _bot = await TestBot.StartAsync(clock, _workspace.Connect(clock: clock));
        await _bot.DoAsync("/talks open autos \"US–Japan automotive talks\" follow:no zone:Geneva");
        await _bot.DoAsync($"/talks follow add autos channel:{Workspace.Address(_workspace.Desk)} digest:none");
    }

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

    private List<string> Texts() => [.. _workspace.Visible(Workspace.Address(_workspace.Desk)).Select(message => message.Text)];

    private Task<List<Delivery>> RowsAsync() => _bot.ReadAsync(db => db.Deliveries.ToListAsync());
}
