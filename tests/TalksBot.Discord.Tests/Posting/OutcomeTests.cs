using NodaTime.Testing;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Rest;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;
using WirePermissions = TalksBot.Discord.Wire.Models.Permissions;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>What Discord refuses, in the outbox's words and with what to do about it.</summary>
public sealed class OutcomeTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new(Some.Moment);
    private Server _server = null!;
    private DiscordPlatform _platform = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ChannelAddress Desk => Server.Address(_server.Desk);

    public async ValueTask InitializeAsync()
    {
        _server = await Server.StartAsync();
        _platform = _server.Connect(_clock);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(Permissions.SendMessages, "Send Messages")]
    [InlineData(Permissions.EmbedLinks, "Embed Links")]
    [InlineData(Permissions.ViewChannel, "View Channel")]
    public async Task A_missing_permission_is_named(Permissions missing, string name)
    {
        _server.Simulator.DenyBot(_server.Desk, missing);

        var outcome = await _platform.PostAsync(Some.Outgoing(Desk), Token);

        outcome.ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain(name);
    }

    [Theory]
    [InlineData(Permissions.SendMessages, "Send Messages")]
    [InlineData(Permissions.ReadMessageHistory, "Read Message History")]
    [InlineData(Permissions.ViewChannel, "View Channel")]
    public async Task The_preflight_names_it_too(Permissions missing, string name)
    {
        _server.Simulator.DenyBot(_server.Desk, missing);

        var check = await _platform.CheckAsync(Desk, Token);

        check.ShouldBeOfType<ChannelCheck.Faulty>().Mend.ShouldContain(name);
    }

    [Fact]
    public async Task A_deleted_channel_is_gone()
    {
        _server.Simulator.DeleteChannel(_server.Desk);

        (await _platform.PostAsync(Some.Outgoing(Desk), Token)).ShouldBeOfType<PostOutcome.ChannelGone>();
    }

    [Fact]
    public async Task A_forum_cannot_be_posted_to()
    {
        var forum = Server.Address(_server.Simulator.AddChannel(_server.Guild, "forum", ChannelKind.Forum));

        (await _platform.PostAsync(Some.Outgoing(forum), Token)).ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("thread");
        (await _platform.CheckAsync(forum, Token)).ShouldBeOfType<ChannelCheck.Faulty>();
    }

    [Fact]
    public async Task Another_platforms_channel_is_none_of_ours() =>
        (await _platform.PostAsync(Some.Outgoing(Some.Channel), Token)).ShouldBeOfType<PostOutcome.ChannelGone>();

    [Fact]
    public async Task An_archived_thread_is_opened_for_a_change()
    {
        var thread = await OpenThreadAsync();
        var sent = (PostOutcome.Sent)await _platform.PostAsync(Some.Outgoing(Server.Address(thread)), Token);
        _server.Simulator.CloseThread(thread, archived: true, locked: false);

        var edited = await _platform.EditAsync(new(Server.Address(thread), sent.MessageId), Some.Outgoing(Server.Address(thread), Some.Post("the new words", "…")), Token);

        edited.ShouldBe(sent);
        _server.Visible(Server.Address(thread)).ShouldHaveSingleItem().Text.ShouldContain("the new words");
    }

    [Fact]
    public async Task An_archived_thread_wakes_when_it_is_posted_to()
    {
        var thread = await OpenThreadAsync();
        _server.Simulator.CloseThread(thread, archived: true, locked: false);

        (await _platform.PostAsync(Some.Outgoing(Server.Address(thread)), Token)).ShouldBeOfType<PostOutcome.Sent>();
    }

    [Fact]
    public async Task An_archived_thread_that_the_bot_may_not_open_keeps_its_words_and_says_what_to_do()
    {
        var thread = await OpenThreadAsync();
        var sent = (PostOutcome.Sent)await _platform.PostAsync(Some.Outgoing(Server.Address(thread)), Token);
        _server.Simulator.CloseThread(thread, archived: true, locked: true);

        var edited = await _platform.EditAsync(new(Server.Address(thread), sent.MessageId), Some.Outgoing(Server.Address(thread)), Token);

        edited.ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("unlock");
    }

    [Fact]
    public async Task A_locked_thread_says_to_unlock_it()
    {
        var thread = await OpenThreadAsync();
        _server.Simulator.CloseThread(thread, archived: true, locked: true);

        (await _platform.PostAsync(Some.Outgoing(Server.Address(thread)), Token)).ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("Unlock");
        (await _platform.CheckAsync(Server.Address(thread), Token)).ShouldBeOfType<ChannelCheck.Faulty>().Mend.ShouldContain("Unlock");
    }

    [Fact]
    public async Task A_dead_token_is_confirmed_once_and_left_alone()
    {
        _server.Simulator.RevokeToken();

        for (var n = 0; n < 5; n++)
        {
            (await _platform.PostAsync(Some.Outgoing(Desk, number: n), Token)).ShouldBeOfType<PostOutcome.CredentialsDead>().Why.ShouldNotContain(_server.Simulator.Token);
        }

        _server.Simulator.Stats.Statuses[401].ShouldBe(2);
    }

    [Theory]
    [InlineData(RestFaultKind.BadGateway, typeof(PostOutcome.Ambiguous))]
    [InlineData(RestFaultKind.Overloaded, typeof(PostOutcome.Ambiguous))]
    [InlineData(RestFaultKind.CloudflareBlock, typeof(PostOutcome.Unreachable))]
    [InlineData(RestFaultKind.DropAfterCommit, typeof(PostOutcome.Ambiguous))]
    public async Task A_fault_is_an_outcome(RestFaultKind fault, Type outcome)
    {
        _server.Simulator.Faults.Add(new RestFault(fault) { Operation = "create_message" });

        (await _platform.PostAsync(Some.Outgoing(Desk), Token)).ShouldBeOfType(outcome);
    }

    [Theory]
    [InlineData(DiscordErrorCode.SlowMode)]
    [InlineData(DiscordErrorCode.ChannelWriteLimit)]
    [InlineData(DiscordErrorCode.GuildWriteLimit)]
    [InlineData(DiscordErrorCode.ResourceLimited)]
    [InlineData(DiscordErrorCode.TooManyOldEdits)]
    [InlineData(DiscordErrorCode.Overloaded)]
    public async Task Not_now_is_never_not_at_all_whatever_status_it_comes_with(DiscordErrorCode code)
    {
        using var connection = _server.NewConnection();
        var outcomes = new Outcomes(new ChannelRights(connection.Rest));

        var outcome = await outcomes.OfAsync(new Refused(new DiscordError(400, code, "later", [])), new Snowflake(_server.Desk), WirePermissions.None, Token);

        outcome.ShouldBeOfType<PostOutcome.Unreachable>();
    }

    [Fact]
    public async Task A_limit_beyond_patience_is_passed_on()
    {
        _server.Simulator.Faults.Add(new RestFault(RestFaultKind.RateLimited) { Operation = "create_message", Wait = TimeSpan.FromMinutes(5) });

        var outcome = await _platform.PostAsync(Some.Outgoing(Desk), Token);

        outcome.ShouldBeOfType<PostOutcome.RateLimited>().After.ShouldBeGreaterThan(Duration.FromMinutes(4));
    }

    [Fact]
    public async Task A_pin_without_permission_says_what_to_grant()
    {
        var sent = (PostOutcome.Sent)await _platform.PostAsync(Some.Outgoing(Desk), Token);
        _server.Simulator.DenyBot(_server.Desk, Permissions.PinMessages);

        var outcome = await _platform.PinAsync(new(Desk, sent.MessageId), Token);

        outcome.ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("Pin Messages");
    }

    [Fact]
    public async Task A_mentioned_role_is_pinged_and_nobody_else()
    {
        var role = _server.Simulator.AddRole(_server.Guild, "night desk");
        var post = Some.Post("@everyone <@&1> heading", $"<@&{role}> @here") with { Mention = $"<@&{role}>" };

        await _platform.PostAsync(Some.Outgoing(Desk, post), Token);

        _server.Visible(Desk).ShouldHaveSingleItem().Pings.ShouldBe([$"{role}"]);
    }

    private async Task<ulong> OpenThreadAsync()
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://talksbot.invalid, 1.0)");
        http.DefaultRequestHeaders.Authorization = new("Bot", _server.Simulator.Token);
        using var body = new StringContent("""{"name":"talks","type":11}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri($"{_server.Simulator.ApiUrl}/channels/{_server.Desk}/threads"), body, Token);
        var json = await response.Content.ReadAsStringAsync(Token);
        return ulong.Parse((string)System.Text.Json.Nodes.JsonNode.Parse(json)!["id"]!, System.Globalization.CultureInfo.InvariantCulture);
    }
}
