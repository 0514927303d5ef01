using TalksBot.Core.Commands;
using TalksBot.Core.Tests.Commands;
using TalksBot.Core.Text;

namespace TalksBot.Core.Tests.Text;

/// <summary>What people type may be anything, and what is stored is what can be seen.</summary>
public sealed class UserTextTests
{
    private static readonly char[] Marks = ['\u2068', '\u2069', '\u200E', '\u200F'];

    public static TheoryData<string, string> Empty => new()
    {
        { "braille blank", "\u2800\u2800" },
        { "Hangul fillers", "\u3164\u115F\u1160\uFFA0" },
        { "combining marks alone", "\u0301\u0308\u20DD" },
        { "variation selectors", "\uFE0F\uFE0E" },
        { "joiners", "\u200D\u200C" },
        { "zero width", "\u200B\u2060\uFEFF\u00AD\u034F\u180E" },
        { "direction marks", "\u200E\u200F\u061C\u2068\u2069" },
        { "tags", "\U000E0041\U000E0042\U000E007F" },
        { "Khmer inherent vowels", "\u17B4\u17B5" },
        { "blanks of every kind", "\u00A0\u1680\u2003\u202F\u205F\u3000" },
    };

    public static TheoryData<string, string> Tidied => new()
    {
        { "\u2068They agreed\u2069", "They agreed" },
        { "They\u200E \u200Fagreed\u061C", "They agreed" },
        { "Th\u200Bey agr\u2060eed\uFEFF", "They agreed" },
        { "They\U000E0068\U000E0069 agreed", "They agreed" },
        { "They\u2800agreed\u3164", "They agreed" },
        { "a\u200Db", "ab" },
        { "a\uFE0Fb", "ab" },
        { "\U000E0067", "" },
    };

    public static TheoryData<string> Kept =>
    [
        "👩‍👩‍👧 👨🏽‍⚕️ 🏳️‍🌈 ❤️ ‼️ 1️⃣ #️⃣ ™️ ℹ️",
        "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F Scotland",
        "می‌خواهم",
        "क्‍ष ශ්‍රී",
        "Ünïcödé مرحبا שלום 日本 Việt",
        "葛\U000E0100城",
    ];

    [Theory]
    [MemberData(nameof(Empty))]
    public void What_looks_empty_is_refused_as_empty(string what, string text)
    {
        UserText.Check("The label", text, UserText.LineLimit, out _).ShouldBe("The label is empty; say it in words.", what);
    }

    [Theory]
    [MemberData(nameof(Tidied))]
    public void What_cannot_be_seen_is_not_stored(string typed, string stored)
    {
        var refusal = UserText.Check("The label", typed, UserText.LineLimit, out var tidied);

        (refusal is null).ShouldBe(stored.Length > 0);
        (refusal is null ? tidied : "").ShouldBe(stored);
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void Emoji_flags_and_scripts_stay_as_they_are(string typed)
    {
        UserText.Check("The label", typed, UserText.LineLimit, out var tidied).ShouldBeNull();

        tidied.ShouldBe(typed);
        CleanText.Of(typed).ShouldBe(typed);
    }

    [Theory]
    [InlineData("\u202Ehidden", "U+202E")]
    [InlineData("a\u202Ab", "U+202A")]
    [InlineData("a\u0007b", "U+0007")]
    [InlineData("a\u2028b", "U+2028")]
    public void What_turns_all_that_follows_or_acts_is_refused(string typed, string named)
    {
        UserText.Check("The label", typed, UserText.LineLimit, out _).ShouldNotBeNull().ShouldContain(named);
    }

    [Fact]
    public void A_flag_that_is_none_hides_nothing()
    {
        UserText.Check("The label", "\U0001F3F4\U000E0068\U000E0069\U000E0020\U000E0065\U000E007F", UserText.LineLimit, out var tidied).ShouldBeNull();

        tidied.ShouldBe("\U0001F3F4");
    }

    [Fact]
    public void What_the_bot_printed_can_be_pasted_back_into_any_place()
    {
        var caller = new Caller("Ann", Role.Chief, new("terminal", "", "desk"));

        var typed = CommandLine.Read(SampleBook.Book, "\u2068/talks\u2069 deadline add \u2068us-japan\u2069 \u200E\"28 Jun 23:59 EDT\"\u200F \"\u2068tariffs\u2069\"", caller);

        var call = typed.ShouldBeOfType<CommandReading.Understood>().Call;
        call.Values.Values.ShouldAllBe(value => value.IndexOfAny(Marks) < 0);
    }

    [Theory]
    [InlineData("ben", "\u3164", "ben")]
    [InlineData("ben", "\u2800\u2800", "ben")]
    [InlineData("ben", "Ben\u202E\U000E0041 \u200FB", "Ben B (ben)")]
    [InlineData("ben", "ben", "ben")]
    [InlineData("ben", "\u115F", "ben")]
    public void A_name_of_which_nothing_is_seen_is_no_name(string account, string shown, string named)
    {
        PersonName.Of(account, shown).ShouldBe(named);
    }
}
