using System.Globalization;
using System.Text.RegularExpressions;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>Hundreds of phrases that people type, each with its right moment, or to be asked.</summary>
/// <remarks>Columns: the phrase, the zone of the talks, the moment of typing, what is right – moments of which any will do, or REFUSE – and
/// whether asking with a right reading among the choices is as right as reading it.</remarks>
public sealed partial class TypedTimesTests
{
    /// <summary>"Now" is never a deadline's time, and offering it would offer a moment that has passed when it is chosen.</summary>
    private static readonly string[] _offeredNever = ["now"];

    public static TheoryData<string, string, string, string, string> Cases() => Read("times.tsv");

    public static TheoryData<string, string, string, string, string> More() => Read("more-times.tsv");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_phrase_of_real_use_is_read_right_or_asked(string phrase, string zone, string now, string expected, string askOk) => Holds(phrase, zone, now, expected, askOk);

    [Theory]
    [MemberData(nameof(More))]
    public void A_phrase_like_it_is_read_right_or_asked(string phrase, string zone, string now, string expected, string askOk) => Holds(phrase, zone, now, expected, askOk);

    private static void Holds(string phrase, string zone, string now, string expected, string askOk)
    {
        var context = new TimeContext(Given.At(now), Given.Zone(zone), Given.Clocks, TimeTense.Future);
        var right = expected.Split('|').Where(value => value != "REFUSE").Select(Given.At).ToList();
        var mayAsk = expected.StartsWith("REFUSE", StringComparison.Ordinal) || askOk == "yes";

        var reading = TimePhrase.Read(phrase, context);

        if (reading is TimeReading.Understood understood)
        {
            right.ShouldContain(understood.Time.ToInstant(), $"\"{phrase}\" was read as {TimeWording.Full(understood.Time)}");
            return;
        }

        var refused = reading.ShouldBeOfType<TimeReading.Refused>();
        mayAsk.ShouldBeTrue($"\"{phrase}\" was asked: {refused.Why}");
        if (right.Count > 0 && !_offeredNever.Contains(phrase))
        {
            refused.Readings.Select(option => option.Time.ToInstant()).ShouldContain(at => right.Contains(at), $"\"{phrase}\": {refused.Why}");
        }
    }

    private static TheoryData<string, string, string, string, string> Read(string file)
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Times", file)).Skip(1).Where(line => line.Contains('\t')))
        {
            var columns = line.Split('\t');
            data.Add(Escape().Replace(columns[0], Letter), columns[1], columns[2], columns[3], columns[4].Trim());
        }

        return data;
    }

    private static string Letter(Match match) =>
        ((char)int.Parse(match.Groups["code"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString();

    [GeneratedRegex(@"\\u(?<code>[0-9a-fA-F]{4})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
