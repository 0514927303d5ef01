using CsCheck;
using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>Plain text shows as it is, whatever is in it.</summary>
public sealed class MarkupTests
{
    private static readonly string[] Tricks =
    [
        "<!channel>", "<!here>", "<!everyone>", "@channel", "@here", "<@U123456>", "<!subteam^S123456>", "<#C123456|desk>", "slack:main/C12345678", "slack:main/C12345678/1.000001", "<!date^1^{ago}|x>",
        "<https://a.example|here>", "https://a.example/b_c", "<mailto:a@b.example|x>", "&lt;", "&amp;", "&amp;lt;", "&", "<", ">", "|", "^",
        "*", "**", "*b*", "_", "_i_", "~", "~s~", "`", "```", ":wave:", ":", "> ", ">>> ", "&gt; ", "• ", "- ", "1. ", "\n", "\r\n", "\t", " ",
        "a", "7", "é", "日", "🇯🇵", "👩‍👩‍👧", "\u200b", "\u200d", "\u202e", "\u2028", "\u0301", "\ufeff", "\0", "\ud83d",
    ];

    private static readonly Gen<string> Hostile =
        Gen.OneOf(Gen.Int[0, Tricks.Length - 1].Select(n => Tricks[n]), Gen.Char.Select(c => c.ToString())).Array[0, 40].Select(string.Concat);

    [Fact]
    public void What_may_stand_among_markup_is_never_read_as_markup() => Hostile.Sample(
        text =>
        {
            var line = CleanText.OneLine(text);

            if (PostLine.Of(line).Form is LineForm.Either)
            {
                var seen = SlackReader.Read(Markup.Escape(line));
                seen.Markup.ShouldBeEmpty();
                seen.Text.ShouldBe(line);
            }
        },
        iter: 20_000);

    [Fact]
    public void No_words_in_any_piece_make_markup_that_is_not_ours() => Hostile.Sample(
        text =>
        {
            var post = new Post(text, Severity.Calm, [new PostPiece.Line(text), new PostPiece.Quote(text, text), new PostPiece.Field(text, text), new PostPiece.Struck(text), new PostPiece.Section(text), new PostPiece.Link(text, "k", "1.000001"), new PostPiece.Moment(Instant.FromUnixTimeSeconds(1), text)]);

            var blocks = PostBlocks.Of(post, text, new MessageAddresses(new Uri("https://w.example/"), new SlackPlace("C1", null)) { Channels = new ChannelNames("slack:main") });

            blocks.SelectMany(Texts).Where(one => one.IsMarkup).SelectMany(one => SlackReader.Read(one.Text).Markup).ShouldAllBe(mark => IsOurs(mark));
            blocks.SelectMany(Texts).Where(one => !one.IsMarkup).ShouldAllBe(one => one.Emoji == false && !one.Text.Contains('<') && !one.Text.Contains('>'));
        },
        iter: 2_000);

    [Fact]
    public void What_is_cut_shows_as_it_is_on_both_sides() => Gen.Select(Hostile, Gen.Int[0, 60]).Sample(
        (text, room) =>
        {
            var clean = CleanText.Of(text);

            var (written, left) = Markup.Write(clean, room);

            written.Length.ShouldBeLessThanOrEqualTo(room);
            (Unescape(written) + left).ShouldBe(clean);
        },
        iter: 20_000);

    [Theory]
    [InlineData("US–Japan talks, 23:44 EDT (2 of 3) – 100% & #1", "US–Japan talks, 23:44 EDT (2 of 3) – 100% &amp; #1")]
    [InlineData("&lt;b&gt;", "&amp;lt;b&amp;gt;")]
    [InlineData("<!channel>", "&lt;!channel&gt;")]
    public void Escapes_three_characters_once(string plain, string written) => Markup.Escape(plain).ShouldBe(written);

    [Theory]
    [InlineData("01:03:34 Geneva Tue 24 Nov", true)]
    [InlineData("12:30:45:50", true)]
    [InlineData("a :100: b", false)]
    [InlineData("a:wave:b", false)]
    [InlineData("5 > 4", true)]
    [InlineData("  > 4", false)]
    [InlineData("2 * 3", false)]
    public void Knows_what_could_be_markup(string clean, bool isPlain) => Markup.IsPlain(clean).ShouldBe(isPlain);

    private static bool IsOurs(string mark) =>
        mark.StartsWith("<!date^1^", StringComparison.Ordinal) || mark.StartsWith("<https://w.example/archives/C1/p1000001|", StringComparison.Ordinal)
        || IsChannel(mark) || mark[0] is '*' or '~' || mark.Trim() == ">";

    /// <summary>Nothing but an id: it names a channel to those who see it, and notifies nobody.</summary>
    private static bool IsChannel(string mark) => mark.StartsWith("<#C", StringComparison.Ordinal) && mark.EndsWith('>') && mark[3..^1].All(char.IsAsciiLetterOrDigit);

    private static IEnumerable<SlackText> Texts(Block block) => block switch
    {
        HeaderBlock header => [header.Text],
        SectionBlock section => [section.Text!],
        ContextBlock context => context.Elements.Cast<SlackText>(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);
}
