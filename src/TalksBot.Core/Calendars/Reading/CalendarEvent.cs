using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TalksBot.Core.Text;

namespace TalksBot.Core.Calendars.Reading;

/// <summary>An event or a task as it stands in a calendar: its words and marks, its times still unread.</summary>
internal sealed class CalendarEvent
{
    private readonly CalendarComponent _part;

    /// <summary>Reads what is said in words.</summary>
    /// <param name="part">The component.</param>
    /// <param name="isCalledOff">True where the calendar as a whole says that what stands in it does not take place.</param>
    public CalendarEvent(CalendarComponent part, bool isCalledOff)
    {
        _part = part;
        IsTask = part.Name == "VTODO";
        Start = part.Find(IsTask ? "DUE" : "DTSTART");
        Title = Words("SUMMARY") is { Length: > 0 } title ? title : "(no title)";
        Place = PlaceOf(Words("LOCATION"));
        Sequence = int.TryParse(part.Value("SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
        Modified = part.Value("LAST-MODIFIED") is [.. var stamp, 'Z' or 'z'] && CalendarValues.Local(stamp) is { } modified ? modified.InUtc().ToInstant() : null;
        IsCancelled = isCalledOff || part.Value("STATUS").ToUpperInvariant() is "CANCELLED" or "COMPLETED";
        var uid = part.Value("UID");
        Series = Hash(uid.Length > 0 ? uid : $"{Title}\n{Start?.Value}");
    }

    /// <summary>The name that all repeats of it share.</summary>
    public string Series { get; private set; }

    /// <summary>What it is, in a line.</summary>
    public string Title { get; }

    /// <summary>Where; empty where that is not said.</summary>
    public string Place { get; }

    /// <summary>When it is; null where that is not said.</summary>
    public ContentLine? Start { get; }

    /// <summary>It is something to do, not something that takes place.</summary>
    public bool IsTask { get; }

    /// <summary>How often its publisher says that it was changed.</summary>
    public int Sequence { get; }

    /// <summary>When its publisher says that it was changed; null where that is not said.</summary>
    public Instant? Modified { get; }

    /// <summary>It does not take place.</summary>
    public bool IsCancelled { get; }

    /// <summary>It says of itself that it is a deadline.</summary>
    public bool IsDeadline => IsTask || _part.All("CATEGORIES").Any(line => line.Text.Split(',').Any(category => category.Trim().Equals(CalendarNames.Deadline, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Which of the repeats of another it takes the place of; null where it stands for itself.</summary>
    public ContentLine? InPlaceOf => Find("RECURRENCE-ID");

    /// <summary>It repeats, by a rule or on days that are named.</summary>
    public bool Repeats => _part.Lines.Any(line => line.Name is "RRULE" or "RDATE" or "EXRULE");

    /// <summary>What keeps it from being read, whatever its times are; null for nothing.</summary>
    public (CalendarDoubt Doubt, string Detail)? Fault => this switch
    {
        { _part.IsCutOff: true } => (CalendarDoubt.Broken, "it is cut off"),
        { Start: null } => (CalendarDoubt.Broken, IsTask ? "it has no due time" : "it has no start"),
        _ when _part.All(Start.Name).Select(line => $"{line["TZID"]}:{line.Value}").Distinct(StringComparer.Ordinal).Skip(1).Any() => (CalendarDoubt.Broken, "it has two starts"),
        _ when _part.Value("CLASS").ToUpperInvariant() is "PRIVATE" or "CONFIDENTIAL" => (CalendarDoubt.Private, ""),
        { IsTask: true, Repeats: true } => (CalendarDoubt.Repeats, ""),
        _ => null,
    };

    /// <summary>The first property of a name; null where there is none.</summary>
    public ContentLine? Find(string property) => _part.Find(property);

    /// <summary>Every property of a name.</summary>
    public IEnumerable<ContentLine> All(string property) => _part.All(property);

    /// <summary>Another of the same name stands beside it at another time: each has its own from now on.</summary>
    public void StandsApart() => Series = Hash($"{Series}\n{Start?.Value}");

    private string Words(string property)
    {
        var line = UserText.OneLine(CleanText.OneLine(_part.Find(property)?.Text ?? ""));
        return UserText.Check("", Typography.Shorten(line, UserText.LineLimit), UserText.LineLimit, out var tidied) is null ? tidied : "";
    }

    /// <summary>The address of a meeting on the web may let anybody in.</summary>
    private static string PlaceOf(string place) => place.Contains("://", StringComparison.Ordinal) ? "online" : place;

    private static string Hash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..CalendarItem.SeriesLength];
}
