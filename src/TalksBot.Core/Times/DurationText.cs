using System.Globalization;
using TalksBot.Core.Times.Phrases;

namespace TalksBot.Core.Times;

/// <summary>Durations as settings and ladders write them: <c>7d</c>, <c>24h</c>, <c>1h30m</c>, <c>0</c>.</summary>
public static class DurationText
{
    private const int Longest = 60;

    /// <summary>Reads weeks, days, hours, minutes and seconds, largest first, in letters or words.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="duration">From zero to 366 days; zero when the text is refused.</param>
    public static bool TryParse(string text, out Duration duration)
    {
        duration = Duration.Zero;
        if (text.Length > Longest)
        {
            return false;
        }

        var cursor = new TokenCursor(Tokenizer.Tidy(IsoDuration(text)));
        cursor.Skip(cursor.Current.IsAny("in for within") ? 1 : 0);
        if (cursor.Current.Number == 0 && cursor.Ahead(1).Kind == TokenKind.End)
        {
            return true;
        }

        if (SpanSyntax.Measure(cursor, 0) is not { Months: 0 } measured || measured.Span > AmountPart.Longest)
        {
            return false;
        }

        var next = measured.Next + (cursor.Ahead(measured.Next).IsAny("before ahead beforehand ago earlier long") ? 1 : 0);
        if (cursor.Ahead(next).Kind != TokenKind.End)
        {
            return false;
        }

        duration = measured.Span;
        return true;
    }

    /// <summary>True for a span that says which way something moves by it: <c>+24h</c>, <c>-90m</c>, <c>2 days later</c>.</summary>
    public static bool IsShift(string text)
    {
        var typed = text.Trim();
        return typed.Length > 1 && typed[0] is '+' or '-' or '−'
            ? TryParse(typed[1..], out _)
            : ShiftWords.FirstOrDefault(word => typed.EndsWith(word, StringComparison.OrdinalIgnoreCase)) is { } way && TryParse(typed[..^way.Length], out _);
    }

    private static readonly string[] ShiftWords = [" later", " earlier", " sooner"];

    // P7D and PT1H30M are spans as computers write them.
    private static string IsoDuration(string text)
    {
        var typed = text.Trim();
        var iso = typed.Length > 2 && (typed[0] is 'P' or 'p') && typed[^1] is 'D' or 'W' or 'H' or 'M' or 'S' or 'd' or 'w' or 'h' or 'm' or 's';
        return iso ? typed[1..].Replace("T", " ", StringComparison.OrdinalIgnoreCase) : text;
    }

    /// <summary>The short text that <see cref="TryParse"/> reads as this duration: days for whole days from 48 hours on, else
    /// hours, minutes and seconds. Fractions of a second are dropped; nothing below zero is written.</summary>
    public static string Write(Duration duration)
    {
        var seconds = Math.Max(0, (long)duration.TotalSeconds);
        if (seconds == 0)
        {
            return "0";
        }

        if (seconds >= 2 * NodaConstants.SecondsPerDay && seconds % NodaConstants.SecondsPerDay == 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{seconds / NodaConstants.SecondsPerDay}d");
        }

        return Part(seconds / 3600, "h") + Part(seconds / 60 % 60, "m") + Part(seconds % 60, "s");
    }

    private static string Part(long count, string unit) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture) + unit;
}

/// <summary>How long something lasts, in two units at most.</summary>
/// <remarks>Days with hours, hours with minutes, and never seconds. What does not fit is dropped, so a remaining time is never
/// overstated. Zero and less is <c>0 min</c>: nothing remains.</remarks>
internal static class SpanWording
{
    public static string Of(Duration duration) => duration switch
    {
        { Days: > 0 } => Two(duration.Days, "d", duration.Hours, "h"),
        { Hours: > 0 } => Two(duration.Hours, "h", duration.Minutes, "min"),
        { Minutes: > 0 } => Count(duration.Minutes, "min"),
        _ => duration > Duration.Zero ? "less than a minute" : "0 min",
    };

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? Count(large, largeUnit) : $"{Count(large, largeUnit)} {Count(small, smallUnit)}";

    private static string Count(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
