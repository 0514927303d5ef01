using System.Globalization;

namespace TalksBot.Core.Calendars.Reading;

/// <summary>
/// Reads calendars as they come (RFC 5545, and what is made of it): each event by itself, with the zones of its calendar, so that a broken one
/// costs no other. A moment is taken only where it cannot be another. Pure.
/// </summary>
public static class CalendarReader
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    /// <summary>The most events in a file.</summary>
    public const int MostEvents = 5_000;

    /// <summary>So many of what repeats are taken at once: the soonest.</summary>
    public const int MostRepeats = 400;

    /// <summary>So far ahead what repeats is taken.</summary>
    public static readonly Duration Horizon = Duration.FromDays(366);

    /// <summary>So many days may be looked at for all rules of a file: less than a second.</summary>
    private const int MostDays = 2_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file as it is.</param>
    /// <param name="asking">What it is read with.</param>
    public static CalendarReading Read(byte[] file, CalendarAsking asking)
    {
        if (file.Length > MostBytes)
        {
            return new CalendarReading.Refused(string.Create(CultureInfo.InvariantCulture, $"The calendar has {file.Length / 1024.0 / 1024.0:0.0} MiB; it may have {MostBytes / 1024 / 1024}. Export a shorter time of it."));
        }

        var calendars = CalendarComponent.Read(ContentLines.Read(file));
        var count = calendars.Sum(calendar => Entries(calendar).Count());
        if (count == 0 && calendars.Count == 1)
        {
            return new CalendarReading.Refused("That is no calendar: it holds no BEGIN:VCALENDAR. Export it as an iCalendar file, whose name ends in .ics.");
        }

        return count > MostEvents
            ? new CalendarReading.Refused(string.Create(CultureInfo.InvariantCulture, $"The calendar holds {count:N0} events; it may hold {MostEvents:N0}. Export a shorter time of it."))
            : Read(calendars, asking);
    }

    private static CalendarReading.Understood Read(IReadOnlyList<CalendarComponent> calendars, CalendarAsking asking)
    {
        var effort = new CalendarEffort(MostDays);
        var found = new Findings();
        foreach (var calendar in calendars)
        {
            var zones = new CalendarZones(calendar, asking.Home, effort);
            var isCalledOff = calendar.Value("METHOD").Equals("CANCEL", StringComparison.OrdinalIgnoreCase);
            var events = Entries(calendar).Select(part => new CalendarEvent(part, isCalledOff)).ToList();
            foreach (var same in events.GroupBy(known => known.Series, StringComparer.Ordinal))
            {
                new SeriesReader(new WhenReader(zones, asking), effort, found).Read([.. same]);
            }
        }

        var repeats = found.Repeats.OrderBy(item => item.At.ToInstant()).ToList();
        return new CalendarReading.Understood([.. found.Items.Concat(repeats.Take(MostRepeats)).OrderBy(item => item.At.ToInstant()).ThenBy(item => item.Key, StringComparer.Ordinal)], found.Questions)
        {
            Names = found.Names,
            Unread = found.Unread,
            IsInvitation = calendars.Any(calendar => calendar.Value("METHOD").ToUpperInvariant() is not ("" or "PUBLISH")),
            IsCut = repeats.Count > MostRepeats,
            Shown = calendars.Select(calendar => calendar.Value("X-WR-TIMEZONE")).FirstOrDefault(zone => zone.Length > 0, ""),
        };
    }

    private static IEnumerable<CalendarComponent> Entries(CalendarComponent calendar) => calendar.Parts.Where(part => part.Name is "VEVENT" or "VTODO");
}

/// <summary>What was found in a file so far.</summary>
internal sealed class Findings
{
    public List<CalendarItem> Items { get; } = [];

    public List<CalendarItem> Repeats { get; } = [];

    public List<CalendarQuestion> Questions { get; } = [];

    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Unread { get; } = new(StringComparer.Ordinal);

    /// <summary>Something is asked about.</summary>
    public void Ask(CalendarEvent about, CalendarDoubt doubt, string detail = "")
    {
        Unread.Add(about.Series);
        Questions.Add(new CalendarQuestion(about.Title, doubt, detail));
    }
}
