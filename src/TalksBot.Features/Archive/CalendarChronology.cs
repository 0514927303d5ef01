using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using TalksBot.Core.Chronicles;
using TalksBot.Core.Chronicles.Export;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Features.Archive;

/// <summary>Chronologies as one calendar (RFC 5545): instants in UTC, every clock in the description.</summary>
internal static class CalendarChronology
{
    private const string Product = "-//TalksBot//Chronology//EN";

    /// <summary>The calendar's text, lines ended by CR LF.</summary>
    public static string Write(IEnumerable<Chronology> chronologies)
    {
        var calendar = new Calendar { ProductId = Product };
        calendar.Events.AddRange(chronologies.SelectMany(chronology => chronology.Rows.Select(row => Event(chronology, row))));
        return CalendarLines.Refold(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    private static CalendarEvent Event(Chronology chronology, ChronologyRow row) => new()
    {
        // The same event in every export, so that a calendar that takes a newer one changes it and does not double it.
        Uid = $"{chronology.Slug}-{row.Key.Replace("#", "", StringComparison.Ordinal)}@talksbot",
        DtStamp = At(row.RecordedAt),
        DtStart = At(row.At),
        DtEnd = row.EndsAt is { } end && end > row.At ? At(end) : null,
        Summary = PlainLine.Of(Summary(row)),
        Description = string.Join('\n', Details(chronology, row).Where(line => line.Length > 0).Select(PlainLine.Of)),
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
        TimeWording.ClockLine(row.At, row.Clocks, chronology.WrittenAt),
        row.Tier is { } tier ? $"{row.Attribution} ({tier.Words()}){(row.Side.Length == 0 ? "" : $", {row.Side} side")}" : "",
        row.Note,
    ];

    private static CalDateTime At(Instant at) => new(at.ToDateTimeUtc());
}
