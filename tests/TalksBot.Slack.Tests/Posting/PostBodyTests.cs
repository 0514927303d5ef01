using System.Text.Json;
using TalksBot.Chat.Posting;
using TalksBot.Core.Channels;
using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire;
using TalksBot.Slack.Wire.Models;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>Exactly what goes to Slack.</summary>
public sealed class PostBodyTests
{
    private static readonly ChannelAddress Desk = Workspace.Address("C7");
    private static readonly SlackPlace Place = new("C7", null);
    private static readonly MessageLinks Addresses = new(new Uri("https://newsroom.slack.com/"), Place);

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

        var blocks = Json(PostBody.Of(post.Post, PostReference.Of(post), Addresses).Blocks);

        blocks.ShouldBe(
            """
            {"text":{"type":"plain_text","text":"🔴 15 min to go: 100% tariffs on luxury cars","emoji":false},"type":"header"}
            {"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"23:44 EDT · 05:44 Geneva (+1) · "},{"type":"date","timestamp":804397440,"format":"{date_short_pretty} {time} ({ago})","fallback":"29 Jun 1995 03:44 UTC"},{"type":"text","text":"\n"},{"type":"text","text":"If it passes:","style":{"bold":true}},{"type":"text","text":" tariffs & duties\n\n"},{"type":"text","text":"Accounts","style":{"bold":true}}]},{"type":"rich_text_quote","elements":[{"type":"text","text":"“We are not there.” – Kantor, on record"}]},{"type":"rich_text_section","elements":[{"type":"text","text":"They agreed.","style":{"strike":true}},{"type":"text","text":"\n"},{"type":"link","text":"Corrected here","url":"https://newsroom.slack.com/archives/C7/p1503435956000247"}]}],"type":"rich_text"}
            {"elements":[{"type":"plain_text","text":"us-japan-autos · D1 · KEY","emoji":false}],"type":"context"}
            """.Replace("KEY", post.Key.ShortReference, StringComparison.Ordinal).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Words_that_could_be_markup_keep_their_dress_and_show_letter_by_letter()
    {
        var post = new Post("*x*", Severity.Calm, [new PostPiece.Quote("<!channel> *now*", "anna_b"), new PostPiece.Struck("a ~ b")]);

        Json(PostBody.Of(post, "", MessageLinks.None).Blocks).ShouldBe(
            """
            {"text":{"type":"plain_text","text":"*x*","emoji":false},"type":"header"}
            {"elements":[{"type":"rich_text_quote","elements":[{"type":"text","text":"“<!channel> *now*” – anna_b"}]},{"type":"rich_text_section","elements":[{"type":"text","text":"a ~ b","style":{"strike":true}}]}],"type":"rich_text"}
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_line_of_a_text_stands_in_its_quotation_or_is_struck()
    {
        const string Words = "One.\n\n> two <!channel>\n*three*";
        var post = new Post("T", Severity.Calm, [new PostPiece.Quote(Words, "Ann"), new PostPiece.Struck(Words)]);

        Json(PostBody.Of(post, "", MessageLinks.None).Blocks).ShouldBe(
            """
            {"text":{"type":"plain_text","text":"T","emoji":false},"type":"header"}
            {"elements":[{"type":"rich_text_quote","elements":[{"type":"text","text":"“One.\n\n> two <!channel>\n*three*” – Ann"}]},{"type":"rich_text_section","elements":[{"type":"text","text":"One.","style":{"strike":true}},{"type":"text","text":"\n"},{"type":"text","text":"> two <!channel>","style":{"strike":true}},{"type":"text","text":"\n"},{"type":"text","text":"*three*","style":{"strike":true}}]}],"type":"rich_text"}
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("It stands at https://a.example/b_c?d=e&f=*g*.", "https://a.example/b_c?d=e&f=*g", "It stands at ")]
    [InlineData("<https://a.example|here>", "https://a.example", "<")]
    [InlineData("ftp://a.example javascript:alert(1) mailto:a@b.example", null, null)]
    public void An_address_in_an_update_can_be_followed_and_is_shown_whole(string text, string? url, string? before)
    {
        var elements = PostLine.Of(text).Parts;

        elements.Where(element => element.Type == "link").Select(element => (element.Url, element.Text)).ShouldBe(url is null ? [] : [(url, null)]);
        elements[0].Text.ShouldBe(before ?? text);
    }

    [Theory]
    [InlineData("slack:main/C012345678: follows", "#C012345678|: follows")]
    [InlineData("To slack:main/C012345678/1503435956.000247, slack:main/G012345678.", "To |#C012345678| (a thread)|, |#G012345678|.")]
    [InlineData("slack:night/C012345678 and slack:main/D012345678, like slack:main/C0123", "slack:night/C012345678 and slack:main/D012345678, like slack:main/C0123")]
    [InlineData("slack:main/C012345678 *x*", "#C012345678| *x*")]
    [InlineData(":slack:main/C012345678:", ":slack:main/C012345678:")]
    public void A_channel_of_the_connection_shows_by_its_name(string title, string shown) =>
        string.Join('|', PostLine.Bold(title, new NativeNames("slack:main")).Parts.Select(part => part.ChannelId is { } id ? $"#{id}" : part.Text)).ShouldBe(shown);

    [Theory]
    [InlineData(true, "user U012345678| may, |usergroup S012345678| too; slack:night/user/U012345678")]
    [InlineData(false, "slack:main/user/U012345678 may, slack:main/group/S012345678 too; slack:night/user/U012345678")]
    public void People_show_by_their_names_only_where_nobody_is_notified_by_that(bool isReply, string shown)
    {
        var line = PostLine.Of("slack:main/user/U012345678 may, slack:main/group/S012345678 too; slack:night/user/U012345678", new NativeNames("slack:main", isReply));

        string.Join('|', line.Parts.Select(part => part.Text ?? $"{part.Type} {part.UserId}{part.UsergroupId}")).ShouldBe(shown);
    }

    [Fact]
    public void A_heading_that_no_header_can_hold_stands_whole_in_bold()
    {
        var post = new Post($"Nobody can do that: {new string('x', 140)}", Severity.Pressing, [new PostPiece.Line("Try again.")]);

        Json(PostBody.Of(post, "", MessageLinks.None).Blocks).ShouldBe(
            $$$$"""{"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"🔴 {{{{post.Heading}}}}","style":{"bold":true}},{"type":"text","text":"\nTry again."}]}],"type":"rich_text"}""");
    }

    [Fact]
    public void A_heading_alone_is_rich_text_too_so_that_any_post_may_be_changed_into_it() =>
        PostBody.Of(new Post("Killed", Severity.Calm, []), "x", MessageLinks.None).Blocks.OfType<RichTextBlock>().ShouldHaveSingleItem();

    [Fact]
    public void A_thread_has_its_own_addresses()
    {
        var addresses = new MessageLinks(new Uri("https://newsroom.slack.com/"), new SlackPlace("C7", "1503435956.000247"));

        addresses.Of("1503435957.000001")!.AbsoluteUri.ShouldBe("https://newsroom.slack.com/archives/C7/p1503435957000001?thread_ts=1503435956.000247&cid=C7");
        PostBody.Of(new Post("", Severity.Calm, [new PostPiece.Link("Here", "k", "1503435957.000001")]), "", addresses).Blocks.OfType<RichTextBlock>().ShouldHaveSingleItem().Elements[0].Elements
            .ShouldContain(element => element.Text == "Here" && element.Url == "https://newsroom.slack.com/archives/C7/p1503435957000001?thread_ts=1503435956.000247&cid=C7");
        addresses.Of("nonsense|<!here>").ShouldBeNull();
        addresses.Of(null).ShouldBeNull();
    }

    [Fact]
    public void A_link_that_leads_nowhere_yet_is_words()
    {
        var post = new Post("x", Severity.Calm, [new PostPiece.Link("Corrected at 12:01", "k")]);

        Json(PostBody.Of(post, "", Addresses).Blocks).ShouldEndWith("""{"elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Corrected at 12:01"}]}],"type":"rich_text"}""");
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
        var draft = new PostMessage(hasButtons: false).Draft(Some.Outgoing(Desk, Some.Post() with { Mention = target }), Place, Addresses);

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

        var actions = PostButtons.Of(post.Post)!;

        actions.Elements.Count.ShouldBe(MessageLimits.Actions);
        actions.Elements.Cast<Button>().ShouldAllBe(button => button.Text.Text.Length <= MessageLimits.Label && button.Text.Text.EndsWith('…'));
        new PostMessage(hasButtons: true).Draft(post, Place, Addresses).Blocks![^2].ShouldBeOfType<ActionsBlock>();
        new PostMessage(hasButtons: false).Draft(post, Place, Addresses).Blocks!.OfType<ActionsBlock>().ShouldBeEmpty();
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

        var button = PostButtons.Of(post.Post)?.Elements.Cast<Button>().Single();

        (button is not null).ShouldBe(shows);
        if (button is not null)
        {
            ButtonId.Read(button.ActionId!, button.Value)!.Text.ShouldBe(line);
            (button.ActionId!.Length <= MessageLimits.ActionId, (button.Value?.Length ?? 0) <= 2_000).ShouldBe((true, true));
        }
    }

    private static string Json(IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(block =>
        System.Text.RegularExpressions.Regex.Unescape(JsonSerializer.Serialize(block, WireJson.Default.Block).Replace("\\n", "\\\\n", StringComparison.Ordinal))));
}
