using CsCheck;
using TalksBot.Core.Text;
using TalksBot.Discord.Posting;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>Plain text shows as it is.</summary>
public sealed class MarkupTests
{
    private static readonly string[] Tricks =
    [
        "@everyone", "@here", "<@123>", "<@!123>", "<@&9>", "<#7>", "<t:1>", "<t:1:R>", "</talks:1>", "<id:guide>", "<:e:1>", "<a:e:1>", ":fire:", ":+1:", ":",
        "[x](https://a.example)", "https://a.example/b_c_d", "<https://a.example>", "**", "*", "_", "__", "~~", "||", "`", "```", "\\", "\\\\",
        "# ", "## ", "-# ", "- ", "* ", "+ ", "> ", ">>> ", "1. ", "23) ", "\n", "\r\n", "\t", " ", "a", "7", "é", "日", "🇯🇵", "👩‍👩‍👧", "\u200b", "\u200d", "\u202e", "\u2028", "\u0301", "\ufeff", "\0", "\ud83d",
    ];

    private static readonly Gen<string> Hostile =
        Gen.OneOf(Gen.Int[0, Tricks.Length - 1].Select(n => Tricks[n]), Gen.Char.Select(c => c.ToString())).Array[0, 40].Select(string.Concat);

    [Fact]
    public void No_text_is_read_as_markup() => Hostile.Sample(
        text =>
        {
            var clean = CleanText.Of(text);

            var seen = DiscordReader.Read(Markup.Escape(clean));

            seen.Markup.ShouldBeEmpty();
            seen.Text.ShouldBe(clean);
        },
        iter: 20_000);

    [Fact]
    public void What_is_cut_shows_as_it_is_on_both_sides() => Gen.Select(Hostile, Gen.Int[0, 60]).Sample(
        (text, room) =>
        {
            var clean = CleanText.Of(text);

            var (marked, left) = Markup.Write(clean, room);

            marked.Length.ShouldBeLessThanOrEqualTo(room);
            var seen = DiscordReader.Read(marked);
            var rest = DiscordReader.Read(Markup.Escape(left));
            seen.Markup.ShouldBeEmpty();
            rest.Markup.ShouldBeEmpty();
            (seen.Text + rest.Text).ShouldBe(clean);
        },
        iter: 20_000);

    [Theory]
    [InlineData("US–Japan talks, 23:44 EDT (2 of 3) – 100% & #1", "US–Japan talks, 23:44 EDT (2 of 3) – 100% & #1")]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("1. no list", @"1\. no list")]
    [InlineData("@everyone", @"\@everyone")]
    [InlineData("[a](https://b.example/c_d)", @"\[a](<https://b.example/c_d>)")]
    [InlineData("Read https://b.example/c_d?e=*f.", "Read <https://b.example/c_d?e=*f>.")]
    [InlineData("“see https://b.example/a_(b)”", "“see <https://b.example/a_(b)>”")]
    [InlineData("(https://b.example/a)", "(<https://b.example/a>)")]
    [InlineData("ftp://b.example", @"ftp\://b.example")]
    public void Escapes_no_more_than_it_must(string plain, string marked) => Markup.Escape(plain).ShouldBe(marked);

    [Fact]
    public void Piled_up_accents_are_thinned_out() => CleanText.Of("a" + new string('\u0301', 10_000)).Length.ShouldBe(9);

    [Theory]
    [InlineData("a\u202eb", "ab")]
    [InlineData("@\u200beveryone", "@everyone")]
    [InlineData("a\u0000\u0007b\tc", "ab c")]
    [InlineData("a\u2028b\r\nc", "a\nb\nc")]
    public void Hidden_characters_go(string text, string clean) => CleanText.Of(text).ShouldBe(clean);

    [Fact]
    public void A_letter_that_never_ends_can_be_cut()
    {
        var endless = string.Concat(Enumerable.Repeat("👩\u200d", 5_000));

        Markup.Shorten(endless, 200).Length.ShouldBeInRange(150, 200);
    }
}
