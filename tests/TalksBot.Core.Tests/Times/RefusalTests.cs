using System.Globalization;
using CsCheck;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>Whatever is typed, a refusal is one short sentence and its readings can be typed instead.</summary>
public sealed class RefusalTests
{
    private static readonly string[] _words =
    [
        "28", "31", "0", "7", "12", "1995", "2300", "28th", "Jun", "february", "Wed", "fri", "next", "tomorrow", "tonight", "yesterday", "midnight",
        "noon", "11:59", "9:30", "09:30", "24:00", "25:99", "02:30", "1:30", "5pm", "11 p.m.", "am", "EDT", "EST", "CST", "IST", "Geneva", "Genva",
        "UTC+2", "Z", "T", "-04:00", "+36h", "-2h", "in", "90m", "2h30m", "400d", "ago", "01/02", "1/2/1995", "28/6", "31.12.1995", "1995-06-28",
        "1995-06-28T23:59", "[America/New_York]", "(+1)", ",", "at", "the", "morning", "evening", "now", "@everyone", "29 Feb", "Tokyo time",
    ];

    private static readonly Gen<TimeContext> _contexts =
        from zone in Given.AnyZone
        from now in Given.MomentIn(zone)
        from tense in Gen.OneOf(TimeTense.Future, TimeTense.Any)
        from moved in Gen.Bool
        select new TimeContext(now, zone, Given.Clocks, tense, moved ? CivilTime.At(now, zone) : null);

    private static readonly Gen<string> _phrases = Gen.OneOf(_words).Array[0, 6].Select(words => string.Join(' ', words));

    private static readonly Gen<string> _garbage = Gen.OneOf(
        Gen.String,
        Gen.Char["\u0000\u001b\n\u2028\u202e\ud83d\udc49\ud800 T:-+[]()./0159amp"].Array[0, 60].Select(letters => new string(letters)),
        _phrases);

    [Fact]
    public void Any_text_at_all_is_understood_or_refused_in_one_clean_sentence() =>
        Gen.Select(_garbage, _contexts).Sample((text, context) => IsClean(TimePhrase.Read(text, context)), iter: 2500);

    [Fact]
    public void Every_reading_offered_is_understood_as_its_time() =>
        Gen.Select(_phrases, _contexts).Sample(
            (text, context) => TimePhrase.Read(text, context) is not TimeReading.Refused refused
                || refused.Readings.All(option => Given.Understood(option.Typed, context) == option.Time),
            iter: 2500);

    [Fact]
    public void Nothing_understood_or_offered_for_the_future_is_past() =>
        Gen.Select(_phrases, _contexts).Sample(
            (text, context) => Times(TimePhrase.Read(text, context with { Tense = TimeTense.Future })).All(time => time.ToInstant() > context.Now),
            iter: 2000);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0000\u200b")]
    public void Nothing_typed_is_said_to_be_nothing(string text) => Given.Refused(text, Given.Desk).Why.ShouldStartWith("No time was given");

    [Fact]
    public void A_very_long_text_is_refused_without_repeating_it()
    {
        var refused = Given.Refused(new string('9', 100_000), Given.Desk);

        refused.Why.Length.ShouldBeLessThan(80);
        refused.Readings.ShouldBeEmpty();
    }

    [Fact]
    public void An_unreadable_text_is_quoted_in_part_only()
    {
        var refused = Given.Refused(string.Concat(Enumerable.Repeat("\u0007blah ", 12)), Given.Desk);

        refused.Why.ShouldBe("\"blah blah blah blah blah blah…\" is not a time I can read; try 28 Jun 23:59 EDT.");
    }

    private static IEnumerable<CivilTime> Times(TimeReading reading) => reading switch
    {
        TimeReading.Understood understood => [understood.Time],
        TimeReading.Refused refused => refused.Readings.Select(option => option.Time),
        _ => [],
    };

    private static bool IsClean(TimeReading reading)
    {
        if (reading is TimeReading.Refused refused)
        {
            refused.Why.Length.ShouldBeInRange(10, 200);
            refused.Why.ShouldEndWith(".");
            refused.Why.EnumerateRunes().ShouldAllBe(rune => !Rune(rune));
            refused.Readings.Count.ShouldBeLessThanOrEqualTo(6);
        }

        return true;
    }

    private static bool Rune(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
