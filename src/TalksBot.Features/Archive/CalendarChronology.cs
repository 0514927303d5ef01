using TalksBot.Core.Calendars;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Chronicles.Export;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Features.Archive;

/// <summary>Chronologies as one calendar (RFC 5545): instants in UTC, every clock in the description.</summary>
internal static class CalendarChronology
{
    /// <summary>The calendar's text.</summary>
    /// <param name="chronologies">What to write.</param>
    /// <param name="installation">The installation's own id: two desks may both know a D1 of talks of the same name.</param>
    public static string Write(IEnumerable<Chronology> chronologies, string installation) => CalendarText.Write(
        new CalendarHead("Chronology"),
        [.. chronologies.SelectMany(chronology => chronology.Rows.Select(row => Entry(chronology, row, installation)))]);

    // What does not take place any more stays, marked as cancelled: an event that is missing is left standing by those that took it before.
    private static CalendarEntry Entry(Chronology chronology, ChronologyRow row, string installation) =>
        new(CalendarNames.Uid(chronology.Slug, row.Key.Replace("#", "", StringComparison.Ordinal), installation), Utc(row.At), Summary(row))
        {
            Until = row.EndsAt is { } end ? Utc(end) : null,
            Sequence = row.Sequence,
            RecordedAt = row.RecordedAt,
            IsCancelled = row.IsCancelled,
            Place = row.Place,
            Details = [.. Details(chronology, row)],
            Link = row.Link,
        };

    private static string Summary(ChronologyRow row)
    {
        var said = row.Attribution.Length == 0 ? row.Text : $"{row.Subject} {row.Attribution}: {row.Text}";
        return row.CorrectionOf.Length == 0 ? said : $"CORRECTION of {said}";
    }

    private static IEnumerable<string> Details(Chronology chronology, ChronologyRow row) =>
    [
        chronology.Title,
        FileMoments.OnClocks(row.At, row.Clocks),
        row.Tier is { } tier ? $"{row.Attribution} ({tier.Words()}){(row.Side.Length == 0 ? "" : $", {row.Side} side")}" : "",
        row.Note,
    ];

    private static CivilTime Utc(Instant at) => CivilTime.At(at, DateTimeZone.Utc);
}
