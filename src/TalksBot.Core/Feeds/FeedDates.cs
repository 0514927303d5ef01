using System.Globalization;
using System.Text.RegularExpressions;

namespace TalksBot.Core.Feeds;

/// <summary>
/// Reads the dates of feeds: those of mail, of the web, and of whatever wrote them in its own language. Unlike what people type, which is asked about when it is
/// unclear, nobody can be asked here: a date that could be two days is none, and one without a zone is Greenwich's.
/// </summary>
internal static partial class FeedDates
{
    private const int Longest = 100;

    /// <summary>The moment; null where it cannot be told.</summary>
    public static Instant? Read(string? written)
    {
        var text = written?.Trim() ?? "";
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        try
        {
            var plain = Korean(text);
            return Web(plain) ?? Words(plain);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Year first, as in 1995-06-28T23:59:00-04:00.</summary>
    private static Instant? Web(string text)
    {
        var match = YearFirst().Match(text);
        if (!match.Success)
        {
            return null;
        }

        // Two digits behind a day may be its hour or its zone.
        if (!match.Groups["H"].Success && match.Groups["z"].ValueSpan is ['+' or '-', _] or ['+' or '-', _, _])
        {
            return null;
        }

        var year = Number(match, "y");
        var days = Number(match, "n");
        var month = match.Groups["w"].Success ? FeedWords.Month(match.Groups["w"].Value) : Math.Max(1, Number(match, "m"));
        var date = days > 0 ? Ordinal(year, days) : Date(year, month, Math.Max(1, Number(match, "d")));
        return date is { } day && Clock(match) is { } time ? Moment(day, time, match.Groups["z"].Value) : null;
    }

    /// <summary>In whatever order, with the month in letters, or the day before it where it can be nothing else.</summary>
    private static Instant? Words(string text)
    {
        var said = new Said();
        foreach (var part in Separators().Split(Bracketed().Replace(text, " ")).Select(part => part.TrimEnd('.')).Where(part => part.Length > 0))
        {
            // What looks like a time and is none makes midnight of no day.
            said = Time(said, part) ?? Day(said, part) ?? said with { IsBroken = said.IsBroken || part.Contains(':', StringComparison.Ordinal) };
        }

        return !said.IsBroken && Date(said.Year, said.Month, said.Day) is { } date ? Moment(date, said.Time ?? LocalTime.Midnight, said.Zone) : null;
    }

    /// <summary>What is known once a part says a time or a zone; null where it says neither.</summary>
    private static Said? Time(Said said, string part)
    {
        if (TimeOfDay().Match(part) is { Success: true } clock)
        {
            return said with { Time = Clock(clock), IsBroken = said.IsBroken || Clock(clock) is null, Zone = clock.Groups["z"].Length > 0 ? clock.Groups["z"].Value : said.Zone };
        }

        if (part is ['+' or '-', >= '0' and <= '9', ..])
        {
            return said with { Zone = part, IsBroken = said.IsBroken || !Ahead().IsMatch(part) };
        }

        return part.ToUpperInvariant() is "AM" or "PM" ? said with { Time = said.Time is { } hour ? Halved(hour, part) : null } : null;
    }

    /// <summary>What is known once a part says a day, a month or a year; null where it says none.</summary>
    private static Said? Day(Said said, string part)
    {
        if (DayMonthYear().Match(part) is { Success: true } numbers)
        {
            var (day, month, year) = InOrder(Number(numbers, "a"), Number(numbers, "b"), Number(numbers, "y"), isDayFirst: numbers.Groups["s"].Value == ".");
            return said with { Day = day, Month = month, Year = year };
        }

        if (DayNameYear().Match(part) is { Success: true } named && FeedWords.Month(named.Groups["m"].Value) is > 0 and var spelt)
        {
            return said with { Day = Number(named, "a"), Month = spelt, Year = Century(named.Groups["y"].Value) };
        }

        if (part.All(char.IsAsciiDigit))
        {
            return part.Length < 3 && said.Day == 0 ? said with { Day = int.Parse(part, CultureInfo.InvariantCulture) } : said with { Year = said.Year == 0 ? Century(part) : said.Year };
        }

        // A day of the week may begin as a month does, and stands before it.
        return FeedWords.Month(part) is > 0 and var known ? said with { Month = known } : said.Zone.Length == 0 && FeedWords.IsZone(part) ? said with { Zone = part } : null;
    }

    /// <summary>Korean programs write units behind the numbers, and which half of the day it is before the hour; their clock is Korea's.</summary>
    private static string Korean(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uAC00', '\uD7A3') < 0)
        {
            return text;
        }

        var half = text.Contains("오후", StringComparison.Ordinal) ? "PM" : text.Contains("오전", StringComparison.Ordinal) ? "AM" : "";
        var plain = KoreanUnits().Replace(text.Replace("오후", "", StringComparison.Ordinal).Replace("오전", "", StringComparison.Ordinal), "-").Replace('일', ' ').TrimEnd();
        return plain is [.., >= '0' and <= '9'] ? $"{plain}{half} KST" : plain;
    }

    private static (int Day, int Month, int Year) InOrder(int first, int second, int year, bool isDayFirst) => (first, second) switch
    {
        _ when isDayFirst || first > 12 || first == second => (first, second, year),
        (_, > 12) => (second, first, year),
        _ => default,
    };

    private static int Century(string digits)
    {
        var number = digits.Length <= 4 ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;
        return digits.Length > 2 ? number : number < 70 ? 2000 + number : 1900 + number;
    }

    private static LocalTime? Halved(LocalTime time, string half) => time.Hour is < 1 or > 12
        ? time
        : new LocalTime((time.Hour % 12) + (half.StartsWith('p') || half.StartsWith('P') ? 12 : 0), time.Minute, time.Second);

    private static LocalTime? Clock(Match match)
    {
        var (hour, minute, second) = (Number(match, "H"), Number(match, "M"), Math.Min(59, Number(match, "S")));
        var half = match.Groups["h"].Value;
        return hour > 24 || minute > 59 ? null
            : hour == 24 ? LocalTime.Midnight
            : half.Length > 0 ? Halved(new LocalTime(hour, minute, second), half)
            : new LocalTime(hour, minute, second);
    }

    private static LocalDate? Date(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static LocalDate? Ordinal(int year, int days) => year is >= 1 and <= 9998 && days <= CalendarSystem.Iso.GetDaysInYear(year) ? new LocalDate(year, 1, 1).PlusDays(days - 1) : null;

    private static Instant Moment(LocalDate date, LocalTime time, string zone) => date.At(time).InUtc().ToInstant() - FeedWords.Ahead(zone);

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(
        @"^(?:\p{L}{2,9}\.?,?\s+)?(?<y>\d{4})(?:[-/.]?(?<n>\d{3})(?![-\d])|[-/.](?<m>0?\d{1,2})(?:[-/.](?<d>\d{1,2}))?|[-/.](?<w>\p{L}{3,12})\.?[-/.](?<d>\d{1,2})|(?<m>\d{2})(?<d>\d{2}))?(?:(?:\s*[Tt]\s*|\s+|,\s*|(?<=\d{8}))(?<H>\d{1,2}):?(?<M>\d{2})(?::?(?<S>\d{2})(?:[.,]\d+)?)?\s*(?<h>[AaPp][Mm])?)?\s*(?<z>[A-Za-z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{1,2}(?::?\d{2})?)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<H>\d{1,2})[:.h](?<M>\d{2})(?:[:.](?<S>\d{2})(?:[.,]\d+)?)?(?<h>[AaPp][Mm])?(?<z>[A-Za-z]{1,4}|[+-]\d{1,2}:?\d{2})?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<s>[-/.])(?<b>\d{1,2})[-/.](?<y>\d{4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^(?<a>\d{1,2})[-/.](?<m>\p{L}{3,12})\.?[-/.](?<y>\d{2,4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex DayNameYear();

    [GeneratedRegex(@"[\s,]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^[+-]\d{1,2}(?::?\d{2})?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\s*[년월]\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex KoreanUnits();

    /// <summary>What is known of a date so far; zero for nothing.</summary>
    private sealed record Said
    {
        public int Day { get; init; }

        public int Month { get; init; }

        public int Year { get; init; }

        public LocalTime? Time { get; init; }

        public string Zone { get; init; } = "";

        /// <summary>Something of it could not be read.</summary>
        public bool IsBroken { get; init; }
    }
}
