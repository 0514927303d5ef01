using CsCheck;
using TalksBot.Core.Text;

namespace TalksBot.Core.Tests.Text;

/// <summary>What people write in several lines keeps its lines and paragraphs, whatever broke them, and nothing else of how it was set.</summary>
public sealed class LinesTests
{
    private static readonly string[] Scraps =
        ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f", " ", "\t", "\u00A0", "\u200B", "\u2800", "\u0301", "They", "met.", "> no", "# 1", "日本", "👩‍👩‍👧"];

    private static readonly Gen<string> Typed = Gen.Int[0, Scraps.Length - 1].Select(at => Scraps[at]).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Whatever_is_typed_is_lines_of_words_with_at_most_one_empty_line_between_them() => Typed.Sample(typed =>
    {
        if (UserText.CheckLines("The text", typed, UserText.ParagraphLimit, out var tidied) is not null)
        {
            tidied.ShouldBeEmpty();
            return;
        }

        var lines = tidied.Split('\n');
        lines.ShouldAllBe(line => line == UserText.OneLine(line) && line.All(letter => !char.IsControl(letter) && letter != '\u2028' && letter != '\u2029'));
        tidied.ShouldNotContain("\n\n\n");
        (lines[0].Length > 0 && lines[^1].Length > 0).ShouldBeTrue();
        UserText.CheckLines("The text", tidied, UserText.ParagraphLimit, out var again).ShouldBeNull();
        again.ShouldBe(tidied);
    });

    [Fact]
    public void On_one_line_it_says_what_it_says_without_lines() => Typed.Sample(typed =>
    {
        var plain = typed.Replace('\u2028', '\n').Replace('\u2029', '\n').Replace('\u0085', '\n').Replace('\v', '\n').Replace('\f', '\n').Replace("\u0301", "", StringComparison.Ordinal);
        if (UserText.Check("The text", plain, UserText.ParagraphLimit, out var line) is null)
        {
            UserText.CheckLines("The text", plain, UserText.ParagraphLimit, out var tidied).ShouldBeNull();
            UserText.OneLine(tidied).ShouldBe(line);
        }
    });

    [Theory]
    [InlineData("One.\r\n\r\n\r\n\tTwo  and\u00A0three. \r\nFour.\r\n", "One.\n\nTwo and three.\nFour.")]
    [InlineData("One.\u2029Two.\u2028Three.\vFour.", "One.\n\nTwo.\nThree.\nFour.")]
    [InlineData("One.\n\u200B\n \u2800 \nTwo.", "One.\n\nTwo.")]
    [InlineData("One.", "One.")]
    public void Lines_stay_where_they_were_broken(string typed, string stored)
    {
        UserText.CheckLines("The text", typed, UserText.ParagraphLimit, out var tidied).ShouldBeNull();

        tidied.ShouldBe(stored);
    }

    [Fact]
    public void Too_many_lines_are_refused_in_one_sentence_and_empty_ones_do_not_count()
    {
        UserText.CheckLines("The text", Of(UserText.LinesLimit), UserText.ParagraphLimit, out _).ShouldBeNull();

        UserText.CheckLines("The text", Of(UserText.LinesLimit + 1), UserText.ParagraphLimit, out var tidied).ShouldBe("The text has 41 lines; join some, it may have 40.");
        tidied.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a\u202Eb", "U+202E")]
    [InlineData("a\u0007b", "U+0007")]
    public void What_acts_is_refused_as_on_one_line(string typed, string named) =>
        UserText.CheckLines("The text", typed, UserText.ParagraphLimit, out _).ShouldNotBeNull().ShouldContain(named);

    [Fact]
    public void A_text_of_line_breaks_alone_is_empty() =>
        UserText.CheckLines("The text", "\n \r\n\u2029", UserText.ParagraphLimit, out _).ShouldBe("The text is empty; say it in words.");

    private static string Of(int lines) => string.Join("\n\n", Enumerable.Range(1, lines));
}
