using System.Text.Json;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Slack.Commanding;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire;
using TalksBot.Slack.Wire.Models;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>Exactly what goes to Slack.</summary>
public sealed class PostBlocksTests
{
    private static readonly ChannelAddress Desk = Workspace.Address("C7");
    private static readonly SlackPlace Place = new("C7", null);
    private static readonly MessageAddresses Addresses = new(new Uri("https://newsroom.slack.com/"), Place);

    [Fact]
    public void A_rung_is_a_heading_its_lines_and_its_reference()
    {
        var post = Some.Outgoing(Desk, Some.Post() with
        {
            Pieces =
            [
                new PostPiece.Moment(Some.Moment, "23:44 EDT · 05:44 Geneva (+1)"),
                new PostPiece.Field("If it passes", "tariffs & duties"),
                new PostPiece.Section("Accounts"),
                new PostPiece.Quote("We are not there.", "Kantor, on record"),
                new PostPiece.Struck("They agreed."),
                new PostPiece.Link("Corrected here", "k", "1503435956.000247"),
            ],
        });

        var blocks = Json(PostBlocks.Of(post.Post, PostReference.Of(post), Addresses));

        blocks.ShouldBe(
            """
            {"text":{"type":"plain_text","text":"🔴 15 min to go: 100% tariffs on luxury cars","emoji":false},"type":"header"}
            {"text":{"type":"mrkdwn","text":"23:44 EDT · 05:44 Geneva (+1) · <!date^804397440^{date_short_pretty} {time} ({ago})|29 Jun 1995 03:44 UTC>\n*If it passes:* tariffs &amp; duties\n\n*Accounts*\n> “We are not there.” – Kantor, on record\n~They agreed.~\n<https://newsroom.slack.com/archives/C7/p1503435956000247|Corrected here>","verbatim":true},"type":"section"}
            {"elements":[{"type":"plain_text","text":"us-japan-autos · D1 · KEY","emoji":false}],"type":"context"}
            """.Replace("KEY", post.Key.ShortReference, StringComparison.Ordinal).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Words_that_could_be_markup_stand_where_none_works()
    {
        var post = new Post("*x*", Severity.Calm, [new PostPiece.Quote("<!channel> *now*", "anna_b"), new PostPiece.Struck("a ~ b")]);

        Json(PostBlocks.Of(post, "", MessageAddresses.None)).ShouldBe(
            """
            {"text":{"type":"plain_text","text":"*x*","emoji":false},"type":"header"}
            {"text":{"type":"plain_text","text":"“&lt;!channel&gt; *now*” – anna_b\n[does not hold any more: a ~ b]","emoji":false},"type":"section"}
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("slack:main/C012345678: follows", "*<#C012345678>: follows*")]
    [InlineData("To slack:main/C012345678/1503435956.000247, slack:main/G012345678.", "*To <#C012345678> (a thread), <#G012345678>.*")]
    [InlineData("slack:night/C012345678 and slack:main/D012345678, like slack:main/C0123", "*slack:night/C012345678 and slack:main/D012345678, like slack:main/C0123*")]
    [InlineData("slack:main/C012345678 *x*", null)]
    [InlineData(":slack:main/C012345678:", null)]
    public void A_channel_of_the_connection_shows_by_its_name_where_nothing_else_could_be_markup(string title, string? shown)
    {
        var post = new Post("Follows", Severity.Calm, [new PostPiece.Section(title)]);

        var text = PostBlocks.Of(post, "", MessageAddresses.Among(new ChannelNames("slack:main"))).OfType<SectionBlock>().ShouldHaveSingleItem().Text!;

        (text.IsMarkup, text.Text).ShouldBe((shown is not null, shown ?? title));
    }

    [Fact]
    public void A_heading_that_no_header_can_hold_stands_whole_in_bold()
    {
        var post = new Post($"Nobody can do that: {new string('x', 140)}", Severity.Pressing, [new PostPiece.Line("Try again.")]);

        Json(PostBlocks.Of(post, "", MessageAddresses.None)).ShouldBe(
            $$"""{"text":{"type":"mrkdwn","text":"*🔴 {{post.Heading}}*\nTry again.","verbatim":true},"type":"section"}""");
    }

    [Fact]
    public void A_thread_has_its_own_addresses()
    {
        var addresses = new MessageAddresses(new Uri("https://newsroom.slack.com/"), new SlackPlace("C7", "1503435956.000247"));

        addresses.Of("1503435957.000001")!.AbsoluteUri.ShouldBe("https://newsroom.slack.com/archives/C7/p1503435957000001?thread_ts=1503435956.000247&cid=C7");
        PostBlocks.Of(new Post("", Severity.Calm, [new PostPiece.Link("Here", "k", "1503435957.000001")]), "", addresses).OfType<SectionBlock>().ShouldHaveSingleItem().Text!.Text
            .ShouldBe("<https://newsroom.slack.com/archives/C7/p1503435957000001?thread_ts=1503435956.000247&amp;cid=C7|Here>");
        addresses.Of("nonsense|<!here>").ShouldBeNull();
        addresses.Of(null).ShouldBeNull();
    }

    [Fact]
    public void A_link_that_leads_nowhere_yet_is_words()
    {
        var post = new Post("x", Severity.Calm, [new PostPiece.Link("Corrected at 12:01", "k")]);

        Json(PostBlocks.Of(post, "", Addresses)).ShouldEndWith("""{"type":"plain_text","text":"Corrected at 12:01","emoji":false},"type":"section"}""");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("<!subteam^S12345>", "<!subteam^S12345>")]
    [InlineData("<!subteam^S12345|@desk>", "<!subteam^S12345>")]
    [InlineData("<@U12345|anna>", "<@U12345>")]
    [InlineData("S12345", "<!subteam^S12345>")]
    [InlineData("@here", "<!here>")]
    [InlineData("@channel", "<!channel>")]
    public void A_mention_has_a_block_to_itself_below_the_news_and_follows_it_in_the_notification(string? target, string? mention)
    {
        var draft = new PostMessage(buttons: null).Draft(Some.Outgoing(Desk, Some.Post() with { Mention = target }), Place, Addresses);

        draft.Blocks![0].ShouldBeOfType<HeaderBlock>();
        draft.Blocks.OfType<SectionBlock>().Count(block => block.Text!.Text == mention).ShouldBe(mention is null ? 0 : 1);
        draft.Text!.ShouldStartWith(mention is null ? "15 min to go: 100% tariffs on luxury cars\n" : $"15 min to go: 100% tariffs on luxury cars {mention}\n");
        draft.Mrkdwn.ShouldBeFalse();
        draft.Parse.ShouldBe("none");
    }

    [Theory]
    [InlineData("the desk")]
    [InlineData("@everyone")]
    [InlineData("@night-desk")]
    [InlineData("<#C12345>")]
    [InlineData("<@U12345> <!channel>")]
    public void A_mention_that_would_notify_nobody_is_refused(string typed) => SlackMention.TryParse(typed).ShouldBeNull();

    [Fact]
    public void Buttons_show_only_with_somebody_to_answer_them()
    {
        var post = Some.Outgoing(Desk, Some.Post() with { Buttons = [.. Enumerable.Range(0, 30).Select(n => new PostButton($"Button {n}{new string('&', 80)}", $"/talks {n}"))] });

        var actions = PostButtons.Of(post, new CommandAsId())!;

        actions.Elements.Count.ShouldBe(BlockLimits.Actions);
        actions.Elements.Cast<Button>().ShouldAllBe(button => button.Text.Text.Length <= BlockLimits.Label && button.Text.Text.EndsWith('…'));
        PostButtons.Of(post, ids: null).ShouldBeNull();
        new PostMessage(new CommandAsId()).Draft(post, Place, Addresses).Blocks![^2].ShouldBeOfType<ActionsBlock>();
    }

    [Theory]
    [InlineData(250, true)]
    [InlineData(251, true)]
    [InlineData(2_000, true)]
    [InlineData(2_001, false)]
    public void A_button_carries_its_line_as_long_as_Slack_can(int length, bool shows)
    {
        var line = new string('x', length);
        var post = Some.Outgoing(Desk, Some.Post() with { Buttons = [new PostButton("Approve", $"/talks {line}")] });

        var button = PostButtons.Of(post, new PostButtonIds())?.Elements.Cast<Button>().Single();

        (button is not null).ShouldBe(shows);
        if (button is not null)
        {
            ButtonId.Read(button.ActionId!, button.Value)!.Text.ShouldBe(line);
            (button.ActionId!.Length <= BlockLimits.ActionId, (button.Value?.Length ?? 0) <= 2_000).ShouldBe((true, true));
        }
    }

    private static string Json(IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(block =>
        System.Text.RegularExpressions.Regex.Unescape(JsonSerializer.Serialize(block, WireJson.Default.Block).Replace("\\n", "\\\\n", StringComparison.Ordinal))));

    private sealed class CommandAsId : IButtonIds
    {
        public (string ActionId, string? Value)? IdOf(OutgoingPost post, PostButton button) => (button.Command, null);
    }
}
