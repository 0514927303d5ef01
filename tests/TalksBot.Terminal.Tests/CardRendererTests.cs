using TalksBot.Core.Commands;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Testing;

namespace TalksBot.Terminal.Tests;

public sealed class CardRendererTests
{
    private static readonly WallClock NewYork = new("", DateTimeZoneProviders.Tzdb["America/New_York"]);

    [Fact]
    public void A_rung_looks_calm()
    {
        var post = Some.Post() with { Mention = "trade-desk" };

        Card(post).ShouldBe($"""
            ╭─ desk · countdown ──────────────────────────────── 23:44 Washington Wed 28 Jun
            │  15 min to go: 100% tariffs on luxury cars
            │
            │  If it passes: Section 301 tariffs on 13 models
            │  @trade-desk
            ╰─ us-japan-autos · D1 · {Some.Outgoing(Some.Channel).Key.ShortReference}


            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void It_says_when_in_whole_minutes() => Form(colour: false)
        .Write(new ShownPost(Some.Outgoing(Some.Channel), Some.Moment + Duration.FromSeconds(38), ShownNote.New))
        .ShouldContain(" 23:44 Washington Wed 28 Jun\n");

    [Fact]
    public void What_a_phone_has_no_room_for_is_whole_here()
    {
        const string Consequence = "100% tariffs on thirteen models of Lexus, Acura and Infiniti (Toyota's, Honda's and Nissan's luxury cars)";
        var brief = PostPiece.Field.Brief("If it passes", Consequence, 62);

        brief.Value.ShouldBe("100% tariffs on thirteen models of Lexus, Acura and Infiniti…");
        Card(Some.Post() with { Pieces = [brief] }).ReplaceLineEndings(" ").ShouldContain("Nissan's luxury cars)");
    }

    [Fact]
    public void Accounts_stand_one_under_the_other_with_their_attributions()
    {
        var post = Some.Post() with
        {
            Pieces = [new PostPiece.Quote("No targets.", "#4, JP side"), new PostPiece.Quote("A framework.", "#3, US side")],
        };

        Card(post).ShouldContain("│  “No targets.”\n│    – #4, JP side\n│  “A framework.”\n│    – #3, US side\n");
    }

    [Fact]
    public void Every_line_of_a_text_stands_beside_the_rule()
    {
        const string Words = "One.\n\ntwo\n╰─ three";

        Card(Some.Post() with { Pieces = [new PostPiece.Quote(Words, "Ann"), new PostPiece.Struck(Words)] })
            .ShouldContain("│  “One.\n│\n│  two\n│  ╰─ three”\n│    – Ann\n│  ✗ One.\n│\n│  two\n│  ╰─ three\n");
    }

    [Theory]
    [InlineData("[red]plain[/] [[x]] [link=https://example.org]here[/]")]
    [InlineData("日米自動車交渉 e\u0301 👩‍👩‍👧 🇯🇵 ❤️")]
    public void Words_are_printed_as_they_are(string words) => Card(Some.Post("A", words)).ShouldContain($"│  {words}\n");

    [Fact]
    public void Words_cannot_act_on_the_screen()
    {
        var card = Card(Some.Post("A", "\u001b[31m\u0007\u009b2J\u202eback\rover\u2066"));

        card.ShouldContain("␛[31m␇");
        card.ShouldNotContain(character => char.IsControl(character) && character != '\n');
        card.ShouldNotContain('\u202e');
        card.ShouldNotContain('\u2066');
    }

    [Fact]
    public void Right_to_left_words_turn_nothing_outside_of_their_line()
    {
        var lines = Card(Some.Post("A", string.Concat(Enumerable.Repeat("المفاوضات مستمرة ", 12)))).Split('\n');

        var turned = lines.Where(line => line.Contains('م', StringComparison.Ordinal)).ToList();
        turned.Count.ShouldBeGreaterThan(1);
        turned.ShouldAllBe(line => line.StartsWith("│  \u2068", StringComparison.Ordinal) && line.EndsWith('\u2069'));
    }

    [Theory]
    [InlineData("日米自動車交渉は金曜日の深夜に期限を迎える")]
    [InlineData("words that can be broken ")]
    [InlineData("onewordthatcannotbebroken")]
    public void No_line_is_wider_than_the_screen(string words)
    {
        var card = Card(Some.Post("A", string.Concat(Enumerable.Repeat(words, 20))));

        card.Split('\n').ShouldAllBe(line => line.Sum(letter => letter > '\u2fff' ? 2 : 1) <= 80);
    }

    [Fact]
    public void A_message_shown_again_says_so() =>
        Card(Some.Post(), note: ShownNote.Again).ShouldContain("shown again after a restart · 23:44 Washington Wed 28 Jun");

    [Fact]
    public void A_screen_without_colours_gets_none() => Card(Some.Post()).ShouldNotContain("\u001b");

    [Fact]
    public void A_screen_with_colours_shows_how_pressing_it_is() =>
        Card(Some.Post(), colour: true).ShouldNotBe(Card(Some.Post() with { Severity = Severity.Good }, colour: true));

    [Fact]
    public void A_refusal_numbers_its_choices()
    {
        var reply = Reply.Refuse("Say which.", [new PostButton("morning", "/talks when 11:59am"), new PostButton("night", "/talks when 23:59")]);

        Form(colour: false).Write(reply, [new("7", reply.Body.Buttons[0]), new("8", reply.Body.Buttons[1])]).ShouldBe("""
            ╭─ refused ─────────────────────────────────────────────── type 7 or 8 to choose
            │  Say which.
            │
            │  7  morning
            │     /talks when 11:59am
            │  8  night
            │     /talks when 23:59
            ╰─


            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Choices_without_keys_are_commands_to_be_given()
    {
        var reply = Reply.Refuse("Say which.", [new PostButton("night", "/talks when 23:59")]);

        Form(colour: false).Write(reply, OfferedChoice.WithoutKeys(reply.Body.Buttons)).ShouldContain("│  night\n│     /talks when 23:59\n");
        Form(colour: false).Write(reply, OfferedChoice.WithoutKeys(reply.Body.Buttons)).ShouldNotContain("to choose");
    }

    [Fact]
    public void A_file_is_shown_below_its_answer_as_it_is()
    {
        var written = Form(colour: false).Write(Reply.Answer("talks as CSV") with { File = new ReplyFile("talks.csv", "text/csv", "\"a\",\"b\"\r\n\"c\",\"d\"\r\n") }, []);

        written.ShouldContain("│  talks as CSV\n");
        written.ShouldEndWith("\n\"a\",\"b\"\n\"c\",\"d\"\n\n");
    }

    private static string Card(Post post, ShownNote note = ShownNote.New, bool colour = false) =>
        Form(colour).Write(new ShownPost(Some.Outgoing(Some.Channel, post), Some.Moment, note));

    private static CardRenderer Form(bool colour) => new(new TerminalLook(colour, () => 80), NewYork);
}
