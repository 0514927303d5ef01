using System.Globalization;
using System.Text;
using TalksBot.Core.Chronicles.Export;
using TalksBot.Core.Times;

namespace TalksBot.Core.Calendars;

/// <summary>
/// The text of a calendar (RFC 5545), lines ended by CR LF and folded at 75 octets, never within a letter. The same entries make the same bytes
/// on every machine and at every moment. Pure.
/// </summary>
public sealed class CalendarText
{
    private const int MostOctets = 75;
    private const string Break = "\r\n";
    private const string Fold = "\r\n ";

    private readonly StringBuilder _text = new();

    private CalendarText()
    {
    }

    /// <summary>Writes a calendar.</summary>
    /// <param name="head">What is said of it as a whole.</param>
    /// <param name="entries">What stands in it.</param>
    public static string Write(CalendarHead head, IEnumerable<CalendarEntry> entries) => Write(head, [.. entries.Select(Block)]).ToString();

    /// <summary>Writes a calendar of entries that are written already.</summary>
    /// <param name="head">What is said of it as a whole.</param>
    /// <param name="blocks">What stands in it.</param>
    public static CalendarBytes Write(CalendarHead head, IReadOnlyList<CalendarBlock> blocks)
    {
        var calendar = new CalendarText();
        calendar.Add(["BEGIN:VCALENDAR", "VERSION:2.0", $"PRODID:-//TalksBot//{head.Product}//EN", "CALSCALE:GREGORIAN"]);
        calendar.Head(head);
        calendar.Zones(blocks);
        return new CalendarBytes([Encoding.UTF8.GetBytes(calendar._text.ToString()), .. blocks.Select(block => block.Text), Encoding.UTF8.GetBytes($"END:VCALENDAR{Break}")]);
    }

    /// <summary>Writes one entry, which reads the same in every calendar.</summary>
    public static CalendarBlock Block(CalendarEntry entry)
    {
        var calendar = new CalendarText();
        calendar.Entry(entry);
        return new CalendarBlock(entry.Uid, entry.At, entry.Until, entry.RecordedAt, Encoding.UTF8.GetBytes(calendar._text.ToString()));
    }

    private void Head(CalendarHead head)
    {
        if (head.Name.Length > 0)
        {
            Words("NAME", head.Name);
            Words("X-WR-CALNAME", head.Name);
        }

        if (head.Note.Length > 0)
        {
            Words("DESCRIPTION", head.Note);
            Words("X-WR-CALDESC", head.Note);
        }

        if (head.ChangedAt is { } changed)
        {
            Line($"LAST-MODIFIED:{CalendarStamp.Utc(changed)}");
        }

        if (head.AskAgain is { } again)
        {
            Line($"REFRESH-INTERVAL;VALUE=DURATION:{TimeWording.Iso(again)}");
            Line($"X-PUBLISHED-TTL:{TimeWording.Iso(again)}");
        }
    }

    /// <summary>Each zone that is named is spelt out, a year further than it is needed on either side.</summary>
    private void Zones(IEnumerable<CalendarBlock> blocks)
    {
        var times = blocks.SelectMany(block => block.Until is { } until ? new[] { block.At, until } : [block.At]);
        foreach (var zone in times.Where(time => CalendarStamp.HasClock(time.Zone)).GroupBy(time => time.Zone.Id, StringComparer.Ordinal).OrderBy(zone => zone.Key, StringComparer.Ordinal))
        {
            Add(CalendarZone.Lines(zone.First().Zone, zone.Min(time => time.Local.Year) - 1, zone.Max(time => time.Local.Year) + 1));
        }
    }

    private void Entry(CalendarEntry entry)
    {
        Line("BEGIN:VEVENT");
        Words("UID", entry.Uid);
        var recorded = CalendarStamp.Utc(entry.RecordedAt);
        Line($"DTSTAMP:{recorded}");
        Line($"LAST-MODIFIED:{recorded}");
        Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{entry.Sequence}"));
        Time("DTSTART", entry.At);
        if (entry.Until is { } until && until.ToInstant() > entry.At.ToInstant())
        {
            Time("DTEND", until);
        }

        Words("SUMMARY", entry.Summary);
        Words("LOCATION", entry.Place);
        Words("DESCRIPTION", [.. entry.Details]);
        Words("CATEGORIES", entry.Category);
        if (entry.Link is { } link)
        {
            Line($"URL:{link.AbsoluteUri}");
        }

        Line(entry.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");

        // Nobody is busy because a deadline falls.
        Line("TRANSP:TRANSPARENT");
        Line("END:VEVENT");
    }

    private void Time(string name, CivilTime time)
    {
        var (zone, value) = CalendarStamp.Of(time);
        Line(zone is null ? $"{name}:{value}" : $"{name};TZID={zone.Id}:{value}");
    }

    /// <summary>A property that is words, of which none can end it (§3.3.11); nothing where there are none.</summary>
    private void Words(string name, params IEnumerable<string> lines)
    {
        var text = string.Join("\\n", lines.Select(PlainLine.Of).Where(line => line.Length > 0).Select(Escaped));
        if (text.Length > 0)
        {
            Line($"{name}:{text}");
        }
    }

    private static string Escaped(string line) => line.AsSpan().IndexOfAny('\\', ';', ',') < 0
        ? line
        : line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    private void Add(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }
    }

    private void Line(string line)
    {
        if (line.Length <= MostOctets && Ascii.IsValid(line))
        {
            _text.Append(line).Append(Break);
            return;
        }

        var (from, octets) = (0, 0);
        for (var at = 0; at < line.Length;)
        {
            Rune.DecodeFromUtf16(line.AsSpan(at), out var letter, out var length);
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                _text.Append(line, from, at - from).Append(Fold);
                (from, octets) = (at, 1);
            }

            octets += letter.Utf8SequenceLength;
            at += length;
        }

        _text.Append(line, from, line.Length - from);
        _text.Append(Break);
    }
}

/// <summary>What is said of a calendar as a whole.</summary>
/// <param name="Product">Which of the program's calendars it is.</param>
public sealed record CalendarHead(string Product)
{
    /// <summary>What it is called; empty for nothing.</summary>
    public string Name { get; init; } = "";

    /// <summary>What is to be known of it; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>When what stands in it changed last; null where that is not said.</summary>
    public Instant? ChangedAt { get; init; }

    /// <summary>After how long to look again; null for a calendar that is handed out once.</summary>
    public Duration? AskAgain { get; init; }
}

/// <summary>Something in a calendar.</summary>
/// <param name="Uid">Its name, the same in every calendar of this desk and in none of another's.</param>
/// <param name="At">When it is.</param>
/// <param name="Summary">What it is, in a line.</param>
public sealed record CalendarEntry(string Uid, CivilTime At, string Summary)
{
    /// <summary>When it ends; null where that is not known.</summary>
    public CivilTime? Until { get; init; }

    /// <summary>When the desk last wrote it down.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>How often it was given another time or taken away: it never falls.</summary>
    public int Sequence { get; init; }

    /// <summary>It will not take place, or does not hold.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Where; empty where that is not known.</summary>
    public string Place { get; init; } = "";

    /// <summary>What is to be known of it, line by line.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>What sort of thing it is; empty where that is not said.</summary>
    public string Category { get; init; } = "";

    /// <summary>Where it was said, on the web; null where no address is known.</summary>
    public Uri? Link { get; init; }
}

/// <summary>An entry as it stands in the text of a calendar, and as much of it as others have to know.</summary>
/// <param name="Uid">Its name.</param>
/// <param name="At">When it is.</param>
/// <param name="Until">When it ends; null where that is not known.</param>
/// <param name="RecordedAt">When the desk last wrote it down.</param>
/// <param name="Text">Its lines, folded and ended, in UTF-8.</param>
public sealed record CalendarBlock(string Uid, CivilTime At, CivilTime? Until, Instant RecordedAt, byte[] Text);

/// <summary>The text of a calendar in UTF-8, piece by piece: what has not changed is not copied.</summary>
/// <param name="Parts">The pieces, in their order.</param>
public sealed record CalendarBytes(IReadOnlyList<byte[]> Parts)
{
    /// <summary>How many bytes it is.</summary>
    public long Length { get; } = Parts.Sum(part => (long)part.Length);

    /// <summary>The text.</summary>
    public override string ToString() => string.Concat(Parts.Select(Encoding.UTF8.GetString));
}
