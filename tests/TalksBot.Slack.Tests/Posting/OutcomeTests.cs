using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Simulators.Slack;
using TalksBot.Slack.Posting;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>What Slack refuses, in the outbox's words and with what to do about it.</summary>
public sealed class OutcomeTests : IAsyncLifetime
{
    private Workspace _workspace = null!;
    private SlackPlatform _platform = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ChannelAddress Desk => Workspace.Address(_workspace.Desk);

    private SlackSimulator Slack => _workspace.Simulator;

    public async ValueTask InitializeAsync()
    {
        _workspace = await Workspace.StartAsync(Workspace.Hasty with { Scopes = SlackScopes.Without("chat:write.public") });
        _platform = _workspace.Connect();
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    [Fact]
    public async Task A_channel_it_was_not_invited_to_says_so()
    {
        Slack.Remove(_workspace.Desk, Slack.BotUserId);

        (await PostAsync()).ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("/invite");
        (await CheckAsync()).ShouldBeOfType<ChannelCheck.Faulty>().Mend.ShouldContain("/invite");
    }

    [Fact]
    public async Task A_private_channel_it_is_not_in_is_like_none()
    {
        var hidden = Workspace.Address(Slack.AddChannel("hidden", ChannelKind.Private, withBot: false));

        (await _platform.PostAsync(Some.Outgoing(hidden), Token)).ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("/invite");
        (await _platform.CheckAsync(hidden, Token)).ShouldBeOfType<ChannelCheck.Faulty>().Mend.ShouldContain("/invite");
    }

    [Fact]
    public async Task An_archived_channel_says_to_unarchive_it()
    {
        Slack.Archive(_workspace.Desk);

        (await PostAsync()).ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("Unarchive");
        (await CheckAsync()).ShouldBeOfType<ChannelCheck.Faulty>().Mend.ShouldContain("Unarchive");
    }

    [Fact]
    public async Task A_read_only_channel_says_what_to_allow()
    {
        Slack.MakeReadOnly(_workspace.Desk);

        (await PostAsync()).ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("posting permissions");
        (await CheckAsync()).ShouldBeOfType<ChannelCheck.Faulty>().Mend.ShouldContain("posting permissions");
    }

    [Fact]
    public async Task A_channel_for_threads_only_takes_threads()
    {
        var thread = Workspace.Address(_workspace.Desk, Slack.Say(_workspace.Desk, Slack.BotUserId, "The talks"));
        Slack.MakeThreadOnly(_workspace.Desk);

        (await PostAsync()).ShouldBeOfType<PostOutcome.NotAllowed>().Mend.ShouldContain("thread");
        (await CheckAsync()).ShouldBeOfType<ChannelCheck.Faulty>().Mend.ShouldContain("thread");
        (await _platform.CheckAsync(thread, Token)).ShouldBeOfType<ChannelCheck.Ready>();
        (await _platform.PostAsync(Some.Outgoing(thread), Token)).ShouldBeOfType<PostOutcome.Sent>();
    }

    [Fact]
    public async Task A_thread_without_its_first_message_is_gone()
    {
        var thread = Workspace.Address(_workspace.Desk, "1503435956.000247");

        (await _platform.PostAsync(Some.Outgoing(thread), Token)).ShouldBeOfType<PostOutcome.ChannelGone>();
        (await _platform.CheckAsync(thread, Token)).ShouldBeOfType<ChannelCheck.Faulty>().Why.ShouldContain("first message is gone");
    }

    [Theory]
    [InlineData("terminal", "", "desk")]
    [InlineData("slack", "night", "C012345")]
    [InlineData("slack", "main", "general")]
    [InlineData("slack", "main", "C012345/yesterday")]
    [InlineData("slack", "main", "C012345&cid=1")]
    public async Task What_is_no_channel_of_ours_never_reaches_Slack(string platform, string connection, string channel)
    {
        var address = new ChannelAddress(platform, connection, channel);

        (await _platform.PostAsync(Some.Outgoing(address), Token)).ShouldBeOfType<PostOutcome.ChannelGone>();
        (await _platform.CheckAsync(address, Token)).ShouldBeOfType<ChannelCheck.Faulty>().Mend.ShouldContain("slack:main/C0123");
        (await _platform.PinAsync(new(address, "1503435956.000247"), Token)).ShouldBeOfType<PostOutcome.Rejected>();
        (await _platform.FindAsync(Some.Outgoing(address), Token)).ShouldBeOfType<Lookup.Absent>();
        Slack.Stats.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    [InlineData("invalid_auth")]
    public async Task A_dead_token_is_tried_once(string error)
    {
        Slack.Faults.RevokeTokens(error);

        for (var n = 0; n < 5; n++)
        {
            var dead = (await _platform.PostAsync(Some.Outgoing(Desk, number: n), Token)).ShouldBeOfType<PostOutcome.CredentialsDead>();
            dead.Why.ShouldContain(error);
            dead.Why.ShouldNotContain(Slack.BotToken);
        }

        Slack.Stats.Requests["chat.postMessage"].ShouldBe(1);
    }

    [Theory]
    [InlineData("no_permission", typeof(PostOutcome.NotAllowed))]
    [InlineData("restricted_action_thread_locked", typeof(PostOutcome.NotAllowed))]
    [InlineData("msg_too_long", typeof(PostOutcome.Rejected))]
    [InlineData("metadata_too_large", typeof(PostOutcome.Rejected))]
    [InlineData("never_heard_of", typeof(PostOutcome.Ambiguous))]
    [InlineData("restricted_action_new_kind", typeof(PostOutcome.NotAllowed))]
    [InlineData("fatal_error", typeof(PostOutcome.Ambiguous))]
    public async Task An_error_is_an_outcome(string error, Type outcome)
    {
        Slack.Faults.Add(new WebFault(WebFaultKind.ErrorBeforeCommit) { Method = "chat.postMessage", Error = error });

        (await PostAsync()).ShouldBeOfType(outcome);
    }

    [Theory]
    [InlineData(WebFaultKind.Unavailable)]
    [InlineData(WebFaultKind.HtmlPage)]
    [InlineData(WebFaultKind.HtmlAsSuccess)]
    [InlineData(WebFaultKind.DropBeforeCommit)]
    public async Task A_broken_answer_leaves_a_doubt(WebFaultKind fault)
    {
        Slack.Faults.Add(new WebFault(fault) { Method = "chat.postMessage" });

        (await PostAsync()).ShouldBeOfType<PostOutcome.Ambiguous>();
    }

    [Fact]
    public async Task A_limit_beyond_patience_is_passed_on()
    {
        Slack.Faults.Add(new WebFault(WebFaultKind.RateLimited) { Method = "chat.postMessage", Wait = TimeSpan.FromMinutes(5) });

        (await PostAsync()).ShouldBeOfType<PostOutcome.RateLimited>().After.ShouldBeGreaterThan(Duration.FromMinutes(4));
    }

    private Task<PostOutcome> PostAsync() => _platform.PostAsync(Some.Outgoing(Desk), Token);

    private Task<ChannelCheck> CheckAsync() => _platform.CheckAsync(Desk, Token);
}
