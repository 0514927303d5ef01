using System.Collections.Frozen;
using System.Globalization;
using NodaTime.Text;

namespace TalksBot.Core.Times.Repeats;

/// <summary>The days of a rule in people's words: <c>every Tuesday and Thursday</c>, <c>fortnightly</c>, <c>last Friday of the month</c>.</summary>
internal static class RepeatWords
{
    private static readonly IsoDayOfWeek[] WorkingDays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    private static readonly FrozenDictionary<string, RepeatRule> Whole = new (string Words, RepeatRule Rule)[]
    {
        ("daily, every day, each day", new(RepeatUnit.Day, 1)),
        ("weekdays, every weekday, each weekday, on weekdays, every working day, every workday, workdays, mon-fri, monday to friday", new(RepeatUnit.Week, 1) { Weekdays = WorkingDays }),
        ("weekly, every week, each week", new(RepeatUnit.Week, 1)),
        ("fortnightly, every fortnight", new(RepeatUnit.Week, 2)),
        ("monthly, every month, each month", new(RepeatUnit.Month, 1)),
        ("quarterly, every quarter", new(RepeatUnit.Month, 3)),
        ("yearly, annually, every year, each year", new(RepeatUnit.Year, 1)),
    }.SelectMany(entry => entry.Words.Split(", ").Select(words => (words, entry.Rule))).ToFrozenDictionary(entry => entry.words, entry => entry.Rule, StringComparer.Ordinal);

    private static readonly AnnualDatePattern Printed = AnnualDatePattern.CreateWithInvariantCulture("d MMM");

    private static readonly string[] Ordinals = ["first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th"];

    /// <summary>Reads them.</summary>
    public static RepeatPhrase.RuleRead Read(string text)
    {
        if (Whole.TryGetValue(text, out var whole))
        {
            return new(whole);
        }

        var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("on" or "the" or "and" or "&" or "+" or "each" or "of" or "in")).ToList();
        if (words is ["every" or "weekly", ..])
        {
            words.RemoveAt(0);
        }

        var every = Interval(words);
        return words switch
        {
            _ when every is null => new(null),
            [var unit] when Unit(unit) is { } only => new(new RepeatRule(only, every.Value)),
            [var unit, .. var days] when Unit(unit) is RepeatUnit.Week && Weekdays(days) is { } weekdays => new(new RepeatRule(RepeatUnit.Week, every.Value) { Weekdays = weekdays }),
            [var month, var nth] when Unit(month) is RepeatUnit.Month && DayOf(nth) is { } day => new(new RepeatRule(RepeatUnit.Month, every.Value) { Day = day }),
            [var month, "last", "day"] when Unit(month) is RepeatUnit.Month => new(new RepeatRule(RepeatUnit.Month, every.Value) { Day = -1 }),
            ["last", "day", var month] when Unit(month) is RepeatUnit.Month => new(new RepeatRule(RepeatUnit.Month, every.Value) { Day = -1 }),
            [var year, var day, var month] when Unit(year) is RepeatUnit.Year && Printed.Parse($"{day} {month}") is { Success: true, Value: var date } => new(new RepeatRule(RepeatUnit.Year, every.Value) { Month = date.Month, Day = date.Day }),
            [var nth, var day, var month] when Ordinal(nth) is { } place && Weekday(day) is { } weekday && Unit(month) is RepeatUnit.Month => new(new RepeatRule(RepeatUnit.Month, 1) { Weekdays = [weekday], Ordinal = place }),
            ["second" or "2nd", var day] when Weekday(day) is not null && text.StartsWith("every", StringComparison.Ordinal) =>
                new(null, "Every other week, or once a month?") { Readings = [$"every other {Weekday(day)}", $"second {Weekday(day)} of the month"] },
            [var nth, var day] when Ordinal(nth) is { } place && Weekday(day) is { } weekday => new(new RepeatRule(RepeatUnit.Month, 1) { Weekdays = [weekday], Ordinal = place }),
            _ when Weekdays(words) is { } days => new(new RepeatRule(RepeatUnit.Week, every.Value) { Weekdays = days }),
            _ => new(null),
        };
    }

    /// <summary>Each so many units; taken from the words. Null where there are too many between.</summary>
    private static int? Interval(List<string> words)
    {
        if (words is ["other", ..])
        {
            words.RemoveAt(0);
            return 2;
        }

        if (words is ["second" or "2nd", var unit, ..] && Unit(unit) is not null)
        {
            words.RemoveAt(0);
            return 2;
        }

        if (words is [var number, _, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var every))
        {
            words.RemoveAt(0);
            return every is > 0 and <= RepeatRule.MostEvery ? every : null;
        }

        return 1;
    }

    private static RepeatUnit? Unit(string word) => word switch
    {
        "day" or "days" => RepeatUnit.Day,
        "week" or "weeks" or "weekly" => RepeatUnit.Week,
        "month" or "months" or "monthly" => RepeatUnit.Month,
        "year" or "years" => RepeatUnit.Year,
        _ => null,
    };

    private static int? Ordinal(string word) => word == "last" ? -1 : Array.FindIndex(Ordinals, names => names.Split(' ').Contains(word)) is >= 0 and var place ? place + 1 : null;

    private static int? DayOf(string word) =>
        word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 0 and <= 31 ? day : null;

    private static IReadOnlyList<IsoDayOfWeek>? Weekdays(IReadOnlyCollection<string> words)
    {
        var days = words.Select(Weekday).ToList();
        return days.Count == 0 || days.Contains(null) ? null : [.. days.OfType<IsoDayOfWeek>().Distinct().Order()];
    }

    /// <summary>A weekday, short or long, one or many of them.</summary>
    private static IsoDayOfWeek? Weekday(string word)
    {
        var one = word.Length > 4 && word.EndsWith('s') && word.EndsWith("days", StringComparison.Ordinal) ? word[..^1] : word;
        return Enum.GetValues<IsoDayOfWeek>()
            .Where(day => day is not IsoDayOfWeek.None && one.Length >= 3 && day.ToString().StartsWith(one, StringComparison.OrdinalIgnoreCase))
            .Select(day => (IsoDayOfWeek?)day)
            .FirstOrDefault();
    }
}
