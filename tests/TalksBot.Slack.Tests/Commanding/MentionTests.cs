using TalksBot.Simulators.Slack;
using TalksBot.Slack.Commanding;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

public sealed class MentionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_thread_the_answer_stands_there_for_whoever_asked()
    {
        await using var rig = await CommandRig.StartAsync();
        var parent = rig.Slack.Say(rig.Channel, rig.Cleo, "What is going on?");

        await rig.Slack.MentionAsync(rig.Channel, rig.Cleo, parent, "help status", Token);
        await Eventually.IsTrueAsync(() => Answers(rig).Any());

        var answer = Answers(rig).ShouldHaveSingleItem();
        (answer.ThreadTs, answer.OnlyFor).ShouldBe((parent, rig.Cleo));
        answer.Shown.ShouldContain("Usage");
    }

    [Fact]
    public async Task A_command_given_in_a_thread_comes_from_that_thread()
    {
        var desk = new WatchedDesk();
        await using var rig = await CommandRig.StartAsync(desk);
        var parent = rig.Slack.Say(rig.Channel, rig.Cleo, "What is going on?");

        await rig.Slack.MentionAsync(rig.Channel, rig.Cleo, parent, "note \"a & b <c>\"", Token);
        await Eventually.IsTrueAsync(() => !desk.Calls.IsEmpty);

        var call = desk.Calls.ShouldHaveSingleItem();
        call["text"].ShouldBe("a & b <c>");
        $"{call.Caller.Channel}".ShouldBe($"slack:main/{rig.Channel}/{parent}");
        (call.Caller.Name, call.Caller.Person, call.Caller.Zone?.Id).ShouldBe(("cleo", $"slack:main/user/{rig.Cleo}", "Asia/Tokyo"));
    }

    [Fact]
    public async Task A_mention_that_comes_late_changes_nothing_unasked_and_is_offered_again()
    {
        var desk = new WatchedDesk();
        await using var rig = await CommandRig.StartAsync(desk, CommandRig.Calm with { Time = new ShiftedTime(-TimeSpan.FromMinutes(40)) });

        await rig.Slack.MentionAsync(rig.Channel, rig.Ada, null, "note \"They left\"", Token);
        await Eventually.IsTrueAsync(() => Answers(rig, rig.Ada).Any());
        var answer = Answers(rig, rig.Ada).ShouldHaveSingleItem();
        var before = desk.Calls.Count;
        await rig.PressAsync(rig.Ada, answer, "Do it now");
        await Eventually.IsTrueAsync(() => !desk.Calls.IsEmpty);

        answer.Shown.ShouldContain("40 min ago");
        answer.Shown.ShouldContain("nothing was done");
        before.ShouldBe(0);
        desk.Calls.ShouldHaveSingleItem()["text"].ShouldBe("They left");
    }

    [Fact]
    public async Task A_question_that_comes_late_is_answered_and_says_so()
    {
        await using var rig = await CommandRig.StartAsync(CommandRig.Calm with { Time = new ShiftedTime(-TimeSpan.FromMinutes(3)) }, _ => [], _ => { });

        await rig.Slack.MentionAsync(rig.Channel, rig.Cleo, null, "help status", Token);
        await Eventually.IsTrueAsync(() => Answers(rig).Any());

        var answer = Answers(rig).ShouldHaveSingleItem();
        answer.Shown.ShouldContain("3 min ago");
        answer.Shown.ShouldContain("Usage");
    }

    [Theory]
    [InlineData("<#C0123|desk> <#C0123|> <@U0123>", "#desk <#C0123|> <@U0123>")]
    [InlineData("a channel:<#C0123|desk> channel:\"<#C0123|>\" b:<#C0123|desk>", "a channel:slack:main/C0123 channel:\"slack:main/C0123\" b:#desk")]
    [InlineData("<https://a.example/b?c=1> <http://a.example|a.example> <mailto:a@b.example|a@b.example>", "https://a.example/b?c=1 a.example a@b.example")]
    [InlineData("as <https://a.example/b|Reuters says> here", "as Reuters says (https://a.example/b) here")]
    [InlineData("link:<https://a.example/b|Reuters> link:\"<https://a.example/b|Reuters>\" <https://a.example/|a.example>", "link:https://a.example/b link:\"https://a.example/b\" a.example")]
    [InlineData("<mailto:a@b.example> <mailto:a@b.example|Anna> <tel:+4122|+41 22>", "a@b.example Anna (a@b.example) +41 22 (+4122)")]
    [InlineData("at <!date^804397440^{date_short} {time}|29 Jun> <!date^x^{ago}|soon>", "at 1995-06-29T03:44:00Z soon")]
    [InlineData("channel:\"<#C1|a>, <#C2|b>\" like:<#C3|c>, as <#C4|d>", "channel:\"slack:main/C1, slack:main/C2\" like:slack:main/C3, as #d")]
    [InlineData("channel:<#C1|a>,<#C2>", "channel:slack:main/C1,slack:main/C2")]
    [InlineData("&lt;b&gt; &amp;amp; &amp;lt;", "<b> &amp; &lt;")]
    public void What_Slack_makes_of_a_message_is_read_as_it_was_typed(string told, string typed) => TypedText.Of("slack:main", told).ShouldBe(typed);

    [Theory]
    [InlineData("<@U1> help", "help")]
    [InlineData("Please, <@U1|talksbot>  status", "status")]
    [InlineData("<@U2> help", "<@U2> help")]
    [InlineData("<@U1", "<@U1")]
    public void What_is_said_to_the_bot_comes_after_its_name(string text, string said) => TypedText.After("U1", text).Trim().ShouldBe(said);

    private static IEnumerable<PostedMessage> Answers(CommandRig rig, string? user = null) =>
        rig.Slack.Messages(rig.Channel, user ?? rig.Cleo).Where(message => message.User == rig.Slack.BotUserId);

    /// <summary>A clock that is always so far from this machine's.</summary>
    private sealed class ShiftedTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
