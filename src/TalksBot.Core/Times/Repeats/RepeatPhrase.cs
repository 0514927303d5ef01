using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace TalksBot.Core.Times.Repeats;

/// <summary>What somebody typed for how something repeats turned out to be.</summary>
public abstract record RepeatReading
{
    private RepeatReading()
    {
    }

    /// <summary>A rule of which the first occurrence is one.</summary>
    public sealed record Understood(RepeatRule Rule) : RepeatReading;

    /// <summary>No rule, or none of which the first occurrence is one.</summary>
    /// <param name="Why">What is wrong, and what to write.</param>
    public sealed record Refused(string Why) : RepeatReading
    {
        /// <summary>What may be meant instead, as it is typed.</summary>
        public IReadOnlyList<string> Readings { get; init; } = [];

        /// <summary>The first day that the rule has, where the first occurrence is on another; null for anything else.</summary>
        public LocalDate? First { get; init; }
    }
}

/// <summary>Reads how something repeats: in people's words, or as iCalendar writes it. Pure; never throws, whatever is typed.</summary>
public static partial class RepeatPhrase
{
    private const string Advice = "write every Tuesday, every weekday, every 2 weeks, monthly or first Monday of the month, perhaps with until 31 Dec or ×10.";

    /// <summary>Reads it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="first">The first occurrence, on its own clock.</param>
    /// <param name="readDate">Reads a day; null where it is none.</param>
    public static RepeatReading Read(string typed, LocalDateTime first, Func<string, LocalDate?> readDate)
    {
        var text = Blanks().Replace(typed.Trim().ToLowerInvariant(), " ");
        if (TooOften().IsMatch(text))
        {
            return new RepeatReading.Refused($"{Quotation.Of(typed.Trim())} counts less than days; once a day is the most that something repeats.");
        }

        var rule = text.Contains("freq=", StringComparison.Ordinal) ? ReadText(text) : ReadWords(text, first, readDate);
        return rule.Rule is { } read ? Fitting(Whole(read, first.Date), first.Date) : new RepeatReading.Refused(rule.Why ?? $"{Quotation.Of(typed.Trim())} is no rule I can read; {Advice}") { Readings = rule.Readings };
    }

    /// <summary>A rule as it may be typed: in words where they mean just that, else as iCalendar writes it.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="first">One of its days.</param>
    public static string Typed(RepeatRule rule, LocalDate first)
    {
        var words = RepeatWording.Of(rule);
        return Read(words, first.AtMidnight(), day => Printed.Parse(day.Trim()) is { Success: true } read ? read.Value : null) is RepeatReading.Understood { Rule: var read } && read == rule ? words : rule.ToString();
    }

    private static readonly LocalDatePattern Printed = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");

    private static RuleRead ReadText(string text) => RepeatText.TryRead(Prefix().Replace(text, ""), out var rule) ? new(rule) : new(null);

    private static RuleRead ReadWords(string text, LocalDateTime first, Func<string, LocalDate?> readDate)
    {
        int? count = null;
        if (Times().Match(text) is { Success: true } times)
        {
            count = int.TryParse(times.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
            text = text.Remove(times.Index, times.Length).Trim();
            if (count is 0 or > RepeatRule.MostCount)
            {
                return new(null, $"Something repeats 1 to {RepeatRule.MostCount} times.");
            }
        }

        LocalDate? until = null;
        if (End().Match(text) is { Success: true } end)
        {
            until = readDate(end.Groups["day"].Value);
            text = text.Remove(end.Index).Trim();
            if (until is null || count is not null)
            {
                return new(null, until is null ? $"{Quotation.Of(end.Groups["day"].Value)} is no day I can read; write until 31 Dec." : "Say either until when or how often, not both.");
            }
        }

        if (Hour().Match(text) is { Success: true } hour)
        {
            text = text.Remove(hour.Index, hour.Length).Trim();
            if (!IsHour(hour, first.TimeOfDay))
            {
                return new(null, $"{Quotation.Of(hour.Value.Trim())} is not the hour of the first one, {TimeWording.Clock(first.TimeOfDay)}; leave the hour out of the rule.");
            }
        }

        return RepeatWords.Read(Blanks().Replace(text, " ").Trim(' ', ',')) switch
        {
            { Rule: { } rule } => new(rule with { Count = count, Until = until }),
            var other => other,
        };
    }

    private static bool IsHour(Match typed, LocalTime first)
    {
        var hour = int.Parse(typed.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = typed.Groups["minute"].Success ? int.Parse(typed.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        return first.Minute == minute && typed.Groups["half"].Value switch
        {
            "am" => first.Hour == hour % 12,
            "pm" => first.Hour == (hour % 12) + 12,
            _ => first.Hour == hour || (hour < 12 && first.Hour == hour + 12),
        };
    }

    /// <summary>The rule with what the first occurrence says of it.</summary>
    private static RepeatRule Whole(RepeatRule rule, LocalDate first) => rule.Unit switch
    {
        RepeatUnit.Week when rule.Weekdays.Count == 0 => rule with { Weekdays = [first.DayOfWeek] },
        RepeatUnit.Month when rule is { Ordinal: 0, Day: 0 } => rule with { Day = first.Day },
        RepeatUnit.Year when rule.Month == 0 => rule with { Month = first.Month, Day = first.Day },
        _ => rule,
    };

    private static RepeatReading Fitting(RepeatRule rule, LocalDate first)
    {
        var endless = rule with { Count = null, Until = null };
        if (!endless.From(first).Any())
        {
            return new RepeatReading.Refused($"No day is ever like that: {RepeatWording.Of(endless)}.");
        }

        if (rule.Until < first)
        {
            return new RepeatReading.Refused($"It would be over on {TimeWording.Date(rule.Until.Value)}, before the first one, {TimeWording.Date(first)}.");
        }

        var begins = endless.From(first).First();
        return begins == first
            ? new RepeatReading.Understood(rule)
            : new RepeatReading.Refused($"{TimeWording.Date(first)} is not one of them: {RepeatWording.Of(endless)} begins {TimeWording.Date(begins)}.") { First = begins };
    }

    /// <summary>A rule as it was typed, or why it is none.</summary>
    internal sealed record RuleRead(RepeatRule? Rule, string? Why = null)
    {
        /// <summary>What may be meant instead.</summary>
        public IReadOnlyList<string> Readings { get; init; } = [];
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("^rrule:", RegexOptions.None, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\b(hours?|hourly|minutes?|minutely|mins?|seconds|secondly|secs?|every second)\b(?! (mon|tue|wed|thu|fri|sat|sun|day|week|month|year))|freq=(hourly|minutely|secondly)|by(hour|minute|second)=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TooOften();

    [GeneratedRegex(@",?\s*(\b(?<count>[0-9]+) ?(x\b|×|times\b)|(\bx|×) ?(?<count>[0-9]+)\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Times();

    [GeneratedRegex(@",?\s*\b(until|till|til|through)\b(?<day>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();

    [GeneratedRegex(@"(\bat )?\b(?<hour>[01]?[0-9]|2[0-3])([:.](?<minute>[0-5][0-9]) ?(?<half>am|pm)?|(?<half>am|pm))\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hour();
}
