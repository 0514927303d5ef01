using CsCheck;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
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
    public void A_line_reads_as_it_was_typed_and_holds_nothing_but_words_and_addresses() => Hostile.Sample(
        text =>
        {
            var line = CleanText.OneLine(text);

            var parts = PostLine.Of(line).Parts;

            string.Concat(parts.Select(part => part.Text ?? part.Url)).ShouldBe(line);
            parts.ShouldAllBe(part => part.Type == "text" || (part.Type == "link" && part.Text == null && (part.Url!.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || part.Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))));
        },
        iter: 20_000);

    [Fact]
    public void No_words_in_any_piece_make_markup_that_is_not_ours() => Hostile.Sample(
        text =>
        {
            var post = new Post(text, Severity.Calm, [new PostPiece.Line(text), new PostPiece.Quote(text, text), new PostPiece.Field(text, text), new PostPiece.Struck(text), new PostPiece.Section(text), new PostPiece.Link(text, "k", "1.000001"), new PostPiece.Moment(Instant.FromUnixTimeSeconds(1), text)]);

            var blocks = PostBody.Of(post, text, new MessageLinks(new Uri("https://w.example/"), new SlackPlace("C1", null)) { Channels = new NativeNames("slack:main") }).Blocks;

            blocks.OfType<RichTextBlock>().SelectMany(block => block.Elements).SelectMany(part => part.Elements).ShouldAllBe(element => IsHarmless(element));
            blocks.SelectMany(Texts).ShouldAllBe(one => !one.IsMarkup && one.Emoji == false && !one.Text.Contains('<') && !one.Text.Contains('>'));
        },
        iter: 2_000);

    [Fact]
    public void A_line_that_is_cut_loses_nothing() => Gen.Select(Hostile, Gen.Int[0, 60]).Sample(
        (text, room) =>
        {
            var line = PostLine.Of(CleanText.OneLine(text));

            var (begun, left) = line.Split(room);

            begun.Length.ShouldBeLessThanOrEqualTo(room);
            Words(begun.And(left)).ShouldBe(Words(line));

            static string Words(PostLine line) => string.Concat(line.Parts.Select(part => part.Text ?? part.Url));
        },
        iter: 20_000);

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

    /// <summary>Words, an address shown whole, or what we ourselves made: our link, a channel that notifies nobody, a date.</summary>
    private static bool IsHarmless(RichTextElement element) => element switch
    {
        { Type: "text", Text.Length: > 0 } => true,
        { Type: "link", Text: null, Url: { } url } => Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https",
        { Type: "link", Url: "https://w.example/archives/C1/p1000001" } => true,
        { Type: "channel", ChannelId: { } id } => id.All(char.IsAsciiLetterOrDigit),
        { Type: "date", Timestamp: 1 } => true,
        _ => false,
    };

    private static IEnumerable<SlackText> Texts(Block block) => block switch
    {
        HeaderBlock header => [header.Text],
        RichTextBlock => [],
        ContextBlock context => context.Elements.Cast<SlackText>(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);
}
