using NodaTime.Testing;
using TalksBot.Chat.Posting;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Posting;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>After a lost answer a post is visible once, whoever asks and whenever.</summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new(Some.Moment);
    private Server _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ChannelAddress Desk => Server.Address(_server.Desk);

    /// <summary>Nonces last for no time at all, so only looking can help.</summary>
    public async ValueTask InitializeAsync() => _server = await Server.StartAsync(new DiscordSimulatorOptions
    {
        NonceWindow = TimeSpan.FromTicks(1),
        PostLimit = new(1_000, TimeSpan.FromSeconds(1)),
        GlobalLimit = new(1_000, TimeSpan.FromSeconds(1)),
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_new_process_finds_it_by_its_reference()
    {
        await LoseAsync(_server.Connect(_clock));

        var lookup = await _server.Connect(_clock).FindAsync(Some.Outgoing(Desk), Token);

        lookup.ShouldBe(new Lookup.Found($"{_server.Messages(_server.Desk).Single().Id}"));
    }

    [Fact]
    public async Task It_is_found_behind_pages_of_other_messages()
    {
        await LoseAsync(_server.Connect(_clock));
        var person = _server.Simulator.AddPerson(_server.Guild, "anna");
        for (var n = 0; n < 250; n++)
        {
            _server.Simulator.Say(person, _server.Desk, $"chatter {n}");
        }

        var lookup = await _server.Connect(_clock).FindAsync(Some.Outgoing(Desk), Token);

        lookup.ShouldBe(new Lookup.Found($"{_server.Messages(_server.Desk)[0].Id}"));
    }

    [Fact]
    public async Task Within_the_window_it_is_left_to_the_nonce()
    {
        var platform = _server.Connect(_clock);
        await LoseAsync(platform);

        (await platform.FindAsync(Some.Outgoing(Desk), Token)).ShouldBeOfType<Lookup.Absent>();
        _clock.Advance(Attempts.NonceWindow);
        (await platform.FindAsync(Some.Outgoing(Desk), Token)).ShouldBeOfType<Lookup.Found>();
    }

    [Fact]
    public async Task Sending_again_after_the_window_looks_first()
    {
        var platform = _server.Connect(_clock);
        await LoseAsync(platform);
        _clock.Advance(Attempts.NonceWindow);

        var outcome = await platform.PostAsync(Some.Outgoing(Desk), Token);

        outcome.ShouldBe(new PostOutcome.Sent($"{_server.Messages(_server.Desk).ShouldHaveSingleItem().Id}"));
    }

    [Fact]
    public async Task Being_asked_to_wait_does_not_end_the_doubt()
    {
        var platform = _server.Connect(_clock);
        await LoseAsync(platform);
        _server.Simulator.Faults.Add(new RestFault(RestFaultKind.RateLimited) { Operation = "create_message", Wait = TimeSpan.FromMinutes(5) });

        (await platform.PostAsync(Some.Outgoing(Desk), Token)).ShouldBeOfType<PostOutcome.Ambiguous>();
    }

    [Fact]
    public async Task Without_leave_to_read_back_nobody_can_know()
    {
        await LoseAsync(_server.Connect(_clock));
        _server.Simulator.DenyBot(_server.Desk, Permissions.ReadMessageHistory);

        var lookup = await _server.Connect(_clock).FindAsync(Some.Outgoing(Desk), Token);

        lookup.ShouldBeOfType<Lookup.Unknown>().Mend!.ShouldContain("Read Message History");
    }

    [Fact]
    public async Task Somebody_elses_words_are_not_ours()
    {
        var person = _server.Simulator.AddPerson(_server.Guild, "anna");
        _server.Simulator.Say(person, _server.Desk, PostReference.Of(Some.Outgoing(Desk)));

        (await _server.Connect(_clock).FindAsync(Some.Outgoing(Desk), Token)).ShouldBeOfType<Lookup.Absent>();
    }

    private async Task LoseAsync(DiscordPlatform platform)
    {
        _server.Simulator.Faults.DropAfterCommit();
        (await platform.PostAsync(Some.Outgoing(Desk), Token)).ShouldBeOfType<PostOutcome.Ambiguous>();
    }
}
