using System.Globalization;

namespace TalksBot.Core.Leads;

/// <summary>When a feed is looked at next: as seldom as its host asks, and never more often than is polite. Pure but for the chance it is given.</summary>
/// <param name="Least">The shortest pause between two looks.</param>
/// <param name="Chance">From 0 to 1: spreads the looks of many feeds.</param>
public sealed record PollPlan(Duration Least, double Chance)
{
    /// <summary>Nobody is asked less often than that, whatever they ask for.</summary>
    public static readonly Duration Longest = Duration.FromHours(24);

    /// <summary>So much longer is each pause than the one before while a feed cannot be read.</summary>
    private const int MostDoublings = 6;

    /// <summary>The pauses are longer by up to that part of themselves, and never shorter.</summary>
    private const double Spread = 0.1;

    /// <summary>After it was read: the longest of our pause, the feed's own, and how long its host says that the answer holds.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="rest">What the feed asks for; null for nothing.</param>
    /// <param name="cacheControl">The header, as it came; null where it is missing.</param>
    /// <param name="expires">The header, as it came; null where it is missing.</param>
    /// <param name="date">The host's own time, as it came; null where it is missing.</param>
    public Instant AfterReading(Instant now, Duration? rest, string? cacheControl, string? expires, string? date) =>
        At(now, Duration.Max(Least, Duration.Max(rest ?? Duration.Zero, MaxAge(cacheControl) ?? Until(expires, Moment(date) ?? now) ?? Duration.Zero)));

    /// <summary>After it could not be read: later each time, and not before its host allows it.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="failures">How often in a row that happened, this time included.</param>
    /// <param name="retryAfter">The header, as it came; null where it is missing.</param>
    public Instant AfterFailure(Instant now, int failures, string? retryAfter) =>
        At(now, Duration.Max(Least * (1L << Math.Clamp(failures - 1, 0, MostDoublings)), Seconds(retryAfter) ?? Until(retryAfter, now) ?? Duration.Zero));

    private Instant At(Instant now, Duration pause) => now + Duration.Min(pause, Longest) * (1 + (Spread * Chance));

    private static Duration? MaxAge(string? cacheControl)
    {
        foreach (var part in (cacheControl ?? "").Split(','))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (pair.Length == 2 && pair[0].Equals("max-age", StringComparison.OrdinalIgnoreCase))
            {
                return Seconds(pair[1].Trim('"'));
            }
        }

        return null;
    }

    private static Duration? Seconds(string? digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Duration.FromSeconds(seconds) : null;

    private static Duration? Until(string? header, Instant from) => Moment(header) is { } at && at > from ? at - from : null;

    private static Instant? Moment(string? header) =>
        DateTimeOffset.TryParse(header, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Instant.FromDateTimeOffset(at) : null;
}
