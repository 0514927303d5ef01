using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Chronicles.Export;
using TalksBot.Core.Negotiations;

namespace TalksBot.Features.Archive;

/// <summary>Chronologies as one calendar (RFC 5545): instants in UTC, every clock in the description.</summary>
internal static class CalendarChronology
{
    private const string Product = "-//TalksBot//Chronology//EN";

    /// <summary>The calendar's text, lines ended by CR LF.</summary>
    /// <param name="chronologies">What to write.</param>
    /// <param name="installation">The installation's own id: two desks may both know a D1 of talks of the same name.</param>
    public static string Write(IEnumerable<Chronology> chronologies, string installation)
    {
        var calendar = new Calendar { ProductId = Product };
        calendar.Events.AddRange(chronologies.SelectMany(chronology => chronology.Rows.Select(row => Event(chronology, row, installation))));
        return CalendarLines.Refold(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    private static CalendarEvent Event(Chronology chronology, ChronologyRow row, string installation) => new()
    {
        // The same event in every export, so that a calendar that takes a newer one changes it and does not double it. What does not take
        // place any more stays, marked as cancelled: an event that is missing is left standing by those that took it before.
        Uid = $"{chronology.Slug}-{row.Key.Replace("#", "", StringComparison.Ordinal)}@{installation}.talksbot",
        Sequence = row.Sequence,
        Status = row.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        Location = row.Place.Length == 0 ? null : PlainLine.Of(row.Place),
        DtStamp = At(row.RecordedAt),
        LastModified = At(row.RecordedAt),
        DtStart = At(row.At),
        DtEnd = row.EndsAt is { } end && end > row.At ? At(end) : null,
        Summary = PlainLine.Of(Summary(row)),
        Description = string.Join('\n', Details(chronology, row).Where(line => line.Length > 0).Select(PlainLine.Of)),
        Url = row.Link,
        Transparency = TransparencyType.Transparent,
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

    private static CalDateTime At(Instant at) => new(Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()).ToDateTimeUtc());
}
