using CsCheck;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Commands;

/// <summary>A line without quotes is understood as its quoted twin is, or asked; never as something else.</summary>
public sealed class UnquotedTwinTests
{
    private static readonly string[] _times =
    [
        "5pm", "17:00", "noon", "tomorrow 5pm", "5pm tomorrow", "5pm Monday", "Monday at 5pm", "23:59 on Tuesday", "17:00 Geneva", "5pm ET", "5 p.m. Eastern time",
        "28 Jun 23:59 EDT", "Wed, 28 Jun 1995, 17:00", "1995-06-28T23:59-04:00", "in 90m", "in an hour and a half", "half past six pm", "quarter to two pm tomorrow",
        "a week on Tuesday at 9am", "in 3 days at noon", "tonight 11:59", "17:00 UTC +2", "tomorrow 5pm (CEST)", "tomorrow 17.30", "1700Z", "28th of June at 5pm",
        "5pm local time", "June 28th, 5:30 pm", "Friday, next week 5pm", "<t:804400000:F>", "tomorrow 17:00 London time", "the day after tomorrow 9am",
    ];

    private static readonly string[] _labels =
    [
        "the vote", "vote on the budget", "3 ministers meet", "100% tariffs on cars", "Kantor and Hashimoto meet", "second round", "end of the talks", "no deal, no extension",
        "NATO summit", "it's over", "final offer from the union", "reply to the paper", "what then?", "“walk-out” begins", "talks resume", "strike",
    ];

    private static readonly TimeContext _desk = Times.Given.Desk;

    [Fact]
    public void Unquoted_words_are_their_quoted_twin_or_asked() => Gen.Select(Gen.OneOf(_times), Gen.OneOf(_labels)).Sample((time, label) =>
    {
        var words = $"{time} {label}".Split(' ');
        var twin = TimePhrase.Read(time, _desk) as TimeReading.Understood;
        if (TimeRun.Divide(words, _desk) is not TimeDivision.Clear { Length: var length })
        {
            return;
        }

        if (TimePhrase.Read(TimeRun.Join(words, length), _desk) is TimeReading.Understood understood)
        {
            understood.Time.ToInstant().ShouldBe(twin.ShouldNotBeNull($"{time} {label}").Time.ToInstant(), $"{time} {label}");
            TimeRun.Rest(words, length).ShouldBe(label, $"{time} {label}");
        }
    });

    [Fact]
    public void Most_of_them_are_understood()
    {
        var pairs = _times.SelectMany(time => _labels.Select(label => $"{time} {label}".Split(' '))).ToList();

        var clear = pairs.Count(words => TimeRun.Divide(words, _desk) is TimeDivision.Clear { Length: var length } && TimePhrase.Read(TimeRun.Join(words, length), _desk) is TimeReading.Understood);

        ((double)clear / pairs.Count).ShouldBeGreaterThan(0.85);
    }
}
