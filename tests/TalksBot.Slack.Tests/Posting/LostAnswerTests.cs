using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;
using TalksBot.Simulators.Slack;
using TalksBot.Slack.Posting;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>After a lost answer a post is visible once, whoever asks and whenever.</summary>
public sealed class LostAnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_lost_answers_double_nothing_and_lose_nothing()
    {
        await using var workspace = await Workspace.StartAsync();
        var desk = Workspace.Address(workspace.Desk);
        var platform = workspace.Connect();
        WebFaultKind[] ways = [WebFaultKind.DropAfterCommit, WebFaultKind.ErrorAfterCommit, WebFaultKind.DropBeforeCommit, WebFaultKind.ErrorBeforeCommit, WebFaultKind.HtmlAsSuccess];
        for (var n = 0; n < 100; n++)
        {
            workspace.Simulator.Faults.Add(new WebFault(ways[n % ways.Length]) { Method = "chat.postMessage" });
            var post = Some.Outgoing(desk, Some.Post($"number {n};", "…"), n);
            (await platform.PostAsync(post, Token)).ShouldBeOfType<PostOutcome.Ambiguous>();

            if (await platform.FindAsync(post, Token) is not Lookup.Found)
            {
                workspace.Clock.Advance(Attempts.HistoryLag);
                (await platform.FindAsync(post, Token)).ShouldBeOfType<Lookup.Absent>();
                (await platform.PostAsync(post, Token)).ShouldBeOfType<PostOutcome.Sent>();
            }
        }

        var texts = workspace.Visible(desk).Select(message => message.Text).ToList();
        texts.Count.ShouldBe(100);
        Enumerable.Range(0, 100).ShouldAllBe(n => texts.Count(text => text.Contains($"number {n};", StringComparison.Ordinal)) == 1);
    }

    [Fact]
    public async Task A_new_process_finds_it_behind_short_pages_of_other_messages()
    {
        await using var workspace = await Workspace.StartAsync(Workspace.Hasty with { ShortPages = 20 });
        await LoseAsync(workspace, Workspace.Address(workspace.Desk));
        var anna = workspace.Simulator.AddPerson("anna");
        workspace.Simulator.Invite(workspace.Desk, anna);
        for (var n = 0; n < 250; n++)
        {
            workspace.Simulator.Say(workspace.Desk, anna, $"chatter {n}");
        }

        var lookup = await workspace.Connect().FindAsync(Some.Outgoing(Workspace.Address(workspace.Desk)), Token);

        lookup.ShouldBe(new Lookup.Found(workspace.Messages(workspace.Desk)[0].Ts));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_history_that_lags_makes_nothing_stand_twice(bool afterRestart)
    {
        await using var workspace = await Workspace.StartAsync();
        var post = Some.Outgoing(Workspace.Address(workspace.Desk));
        var platform = workspace.Connect();
        workspace.Simulator.Faults.HistoryLag = TimeSpan.FromHours(1);
        workspace.Simulator.Faults.DropAfterCommit();
        (await platform.PostAsync(post, Token)).ShouldBeOfType<PostOutcome.Ambiguous>();
        workspace.Clock.Advance(Duration.FromSeconds(3));
        platform = afterRestart ? workspace.Connect() : platform;

        var early = await platform.FindAsync(post, Token);
        workspace.Simulator.Faults.HistoryLag = TimeSpan.Zero;
        var later = await platform.FindAsync(post, Token);

        early.ShouldBeOfType<Lookup.Unknown>().Mend.ShouldBeNull();
        later.ShouldBe(new Lookup.Found(workspace.Messages(workspace.Desk).ShouldHaveSingleItem().Ts));
    }

    [Fact]
    public async Task What_the_history_does_not_show_ten_seconds_after_it_was_sent_is_not_there()
    {
        await using var workspace = await Workspace.StartAsync();
        var post = Some.Outgoing(Workspace.Address(workspace.Desk));
        var platform = workspace.Connect();
        workspace.Simulator.Faults.Add(new WebFault(WebFaultKind.DropBeforeCommit) { Method = "chat.postMessage" });
        (await platform.PostAsync(post, Token)).ShouldBeOfType<PostOutcome.Ambiguous>();

        var looks = new List<Lookup>();
        for (var n = 0; n < 3; n++)
        {
            looks.Add(await platform.FindAsync(post, Token));
            workspace.Clock.Advance(Duration.FromSeconds(5));
        }

        looks.Select(look => look.GetType()).ShouldBe([typeof(Lookup.Unknown), typeof(Lookup.Unknown), typeof(Lookup.Absent)]);
    }

    [Fact]
    public async Task It_is_found_in_a_thread()
    {
        await using var workspace = await Workspace.StartAsync();
        var thread = Workspace.Address(workspace.Desk, workspace.Simulator.Say(workspace.Desk, workspace.Simulator.BotUserId, "The talks"));
        await LoseAsync(workspace, thread);

        var lookup = await workspace.Connect().FindAsync(Some.Outgoing(thread), Token);

        var posted = workspace.Messages(workspace.Desk)[^1];
        posted.ThreadTs.ShouldBe(thread.Channel.Split('/')[1]);
        lookup.ShouldBe(new Lookup.Found(posted.Ts));
    }

    [Theory]
    [InlineData("channels:history")]
    [InlineData("channels:history", "groups:history", "im:history")]
    public async Task Without_the_scope_nobody_can_know_and_the_mend_names_it(params string[] missing)
    {
        await using var workspace = await Workspace.StartAsync(Workspace.Hasty with { Scopes = SlackScopes.Without(missing) });
        await LoseAsync(workspace, Workspace.Address(workspace.Desk));

        var lookup = await workspace.Connect().FindAsync(Some.Outgoing(Workspace.Address(workspace.Desk)), Token);

        lookup.ShouldBeOfType<Lookup.Unanswerable>().Mend.ShouldContain("channels:history");
    }

    [Fact]
    public async Task A_pause_of_Slacks_is_no_answer()
    {
        await using var workspace = await Workspace.StartAsync();
        await LoseAsync(workspace, Workspace.Address(workspace.Desk));
        workspace.Simulator.Faults.Add(new WebFault(WebFaultKind.Unavailable) { Method = "conversations.history" });

        (await workspace.Connect().FindAsync(Some.Outgoing(Workspace.Address(workspace.Desk)), Token)).ShouldBeOfType<Lookup.Unknown>().Mend.ShouldBeNull();
    }

    [Fact]
    public async Task An_edit_keeps_what_a_post_is_found_by()
    {
        await using var workspace = await Workspace.StartAsync();
        var desk = Workspace.Address(workspace.Desk);
        var sent = (PostOutcome.Sent)await workspace.Connect().PostAsync(Some.Outgoing(desk), Token);

        await workspace.Connect().EditAsync(new(desk, sent.MessageId), Some.Outgoing(desk, Some.Post("new", "words"), 5), Token);

        (await workspace.Connect().FindAsync(Some.Outgoing(desk), Token)).ShouldBe(new Lookup.Found(sent.MessageId));
    }

    [Fact]
    public void Somebody_elses_mark_is_not_ours_by_its_name_alone() =>
        PostMark.Marks(new() { Metadata = PostMark.Of(Some.Outgoing(Workspace.Address("C7"), number: 2)) }, Some.Outgoing(Workspace.Address("C7"))).ShouldBeFalse();

    private static async Task LoseAsync(Workspace workspace, ChannelAddress channel)
    {
        workspace.Simulator.Faults.DropAfterCommit();
        (await workspace.Connect().PostAsync(Some.Outgoing(channel), Token)).ShouldBeOfType<PostOutcome.Ambiguous>();
    }
}
