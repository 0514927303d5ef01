using CsCheck;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>Durations in ladders and settings.</summary>
public sealed class DurationTextTests
{
    [Theory]
    [InlineData("7d", 604_800)]
    [InlineData("24h", 86_400)]
    [InlineData("1h30m", 5_400)]
    [InlineData("1H 30M", 5_400)]
    [InlineData("90m", 5_400)]
    [InlineData("2 hours and 5 minutes", 7_500)]
    [InlineData("0", 0)]
    [InlineData("0m", 0)]
    [InlineData("45s", 45)]
    [InlineData("2w", 1_209_600)]
    [InlineData("366d", 31_622_400)]
    [InlineData("1.5h", 5_400)]
    [InlineData("1h30", 5_400)]
    [InlineData("half an hour", 1_800)]
    [InlineData("an hour and a half", 5_400)]
    [InlineData("2 1/2 hours", 9_000)]
    [InlineData("ten minutes", 600)]
    [InlineData("a day", 86_400)]
    [InlineData("30 min before", 1_800)]
    [InlineData("in 2 hours", 7_200)]
    [InlineData("PT1H30M", 5_400)]
    [InlineData("P7D", 604_800)]
    public void A_duration_is_read(string text, int seconds)
    {
        DurationText.TryParse(text, out var duration).ShouldBeTrue();

        duration.ShouldBe(Duration.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("d")]
    [InlineData("-7d")]
    [InlineData("367d")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("99999999999999999999w")]
    [InlineData("999999999w")]
    [InlineData("7 dogs")]
    public void Anything_else_is_refused(string text)
    {
        DurationText.TryParse(text, out var duration).ShouldBeFalse();

        duration.ShouldBe(Duration.Zero);
    }

    [Theory]
    [InlineData(604_800, "7d")]
    [InlineData(172_800, "2d")]
    [InlineData(129_600, "36h")]
    [InlineData(86_400, "24h")]
    [InlineData(5_400, "1h30m")]
    [InlineData(900, "15m")]
    [InlineData(45, "45s")]
    [InlineData(0, "0")]
    [InlineData(-9, "0")]
    public void A_duration_is_written_briefly(int seconds, string text) => DurationText.Write(Duration.FromSeconds(seconds)).ShouldBe(text);

    [Fact]
    public void Whatever_is_written_reads_back() =>
        Gen.Int[0, 366 * 86_400].Sample(seconds =>
            DurationText.TryParse(DurationText.Write(Duration.FromSeconds(seconds)), out var read) && read == Duration.FromSeconds(seconds));

    [Fact]
    public void No_text_throws() => Gen.String.Sample(text => DurationText.TryParse(text, out var read) || read == Duration.Zero);

    [Theory]
    [InlineData("+24h", true)]
    [InlineData("-90m", true)]
    [InlineData("−90m", true)]
    [InlineData(" +1h ", true)]
    [InlineData("2 hours later", true)]
    [InlineData("90 min EARLIER", true)]
    [InlineData("a day sooner", true)]
    [InlineData("24h", false)]
    [InlineData("+", false)]
    [InlineData("-", false)]
    [InlineData("+soon", false)]
    [InlineData("much later", false)]
    [InlineData("later", false)]
    [InlineData("", false)]
    public void A_span_that_moves_something_says_which_way(string text, bool isShift) => DurationText.IsShift(text).ShouldBe(isShift);

    [Theory]
    [InlineData(" pt45m ", 2_700)]
    [InlineData("P2W", 1_209_600)]
    [InlineData("PT30S", 30)]
    [InlineData("within 2 hours", 7_200)]
    [InlineData("for 1h", 3_600)]
    [InlineData("2 hours long", 7_200)]
    [InlineData("2 hours ago", 7_200)]
    public void A_span_may_be_written_as_computers_do_or_with_a_word_around_it(string text, int seconds)
    {
        DurationText.TryParse(text, out var read).ShouldBeTrue();

        read.ShouldBe(Duration.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("2 months")]
    [InlineData("P")]
    [InlineData("PD")]
    [InlineData("30 min before 1h")]
    [InlineData("0 0")]
    [InlineData("1h                                                            ")]
    public void What_is_no_span_or_too_long_to_be_one_is_refused_and_read_as_none(string text)
    {
        DurationText.TryParse(text, out var read).ShouldBeFalse();

        read.ShouldBe(Duration.Zero);
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(59, "less than a minute")]
    [InlineData(60, "1 min")]
    [InlineData(3_600, "1 h")]
    [InlineData(3_660, "1 h 1 min")]
    [InlineData(86_400, "1 d")]
    [InlineData(90_000, "1 d 1 h")]
    public void A_span_is_said_in_its_two_largest_units(int seconds, string said) => TimeWording.Span(Duration.FromSeconds(seconds)).ShouldBe(said);

    [Theory]
    [InlineData(3_601, "1h1s")]
    [InlineData(3_661, "1h1m1s")]
    [InlineData(259_200, "3d")]
    [InlineData(172_801, "48h1s")]
    public void Every_unit_that_is_not_nothing_is_written(int seconds, string written) => DurationText.Write(Duration.FromSeconds(seconds)).ShouldBe(written);
}
