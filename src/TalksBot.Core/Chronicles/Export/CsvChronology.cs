using System.Text;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles.Export;

/// <summary>Chronologies as one table of comma-separated values (RFC 4180), with a heading line. Pure.</summary>
public static class CsvChronology
{
    /// <summary>What a spreadsheet takes for the beginning of a formula; the wide forms count in some of them.</summary>
    private const string FormulaMarks = "=+-@＝＋－＠";

    private static readonly string[] Heading =
        ["talks", "at_utc", "until_utc", "clocks", "kind", "subject", "text", "attribution", "tier", "side", "correction_of", "note", "link"];

    /// <summary>Without it, spreadsheets take UTF-8 for the letters of the machine's own country.</summary>
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The text after the mark of UTF-8, lines ended by CR LF, every field in quotes.</summary>
    public static string Write(IEnumerable<Chronology> chronologies)
    {
        var text = new StringBuilder().Append(ByteOrderMark);
        Append(text, Heading);
        foreach (var chronology in chronologies)
        {
            foreach (var row in chronology.Rows.Where(row => !row.OnlyReplaces))
            {
                Append(text, Fields(chronology, row));
            }
        }

        return text.ToString();
    }

    private static string[] Fields(Chronology chronology, ChronologyRow row) =>
    [
        chronology.Slug,
        FileMoments.Utc(row.At),
        row.EndsAt is { } end ? FileMoments.Utc(end) : "",
        FileMoments.OnClocks(row.At, row.Clocks),
        row.Kind.ToString().ToLowerInvariant(),
        row.Subject,
        row.Text,
        row.Attribution,
        row.Tier?.Words() ?? "",
        row.Side,
        row.CorrectionOf,
        row.Note,
        row.Link?.AbsoluteUri ?? "",
    ];

    private static void Append(StringBuilder text, IEnumerable<string> fields) =>
        text.AppendJoin(',', fields.Select(field => $"\"{Harmless(PlainLine.Of(field)).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");

    /// <summary>An apostrophe first makes any spreadsheet take it for text.</summary>
    private static string Harmless(string field) =>
        field.Length > 0 && FormulaMarks.Contains(field[0], StringComparison.Ordinal) ? $"'{field}" : field;
}

/// <summary>Moments as files show them: whole, with the year, and never by how far they are from the reader. Pure.</summary>
public static class FileMoments
{
    /// <summary>The moment on every clock, each with its date and year.</summary>
    public static string OnClocks(Instant at, IReadOnlyList<WallClock> clocks) => string.Join(
        " · ",
        (clocks.Count == 0 ? [new("", DateTimeZone.Utc)] : clocks.DistinctBy(clock => clock.Zone.Id, StringComparer.Ordinal)).Select(clock => TimeWording.Full(WholeSecond(at), clock)));

    /// <summary><c>1995-06-29T03:59:00Z</c>, in whole seconds.</summary>
    public static string Utc(Instant at) => TimeWording.Iso(WholeSecond(at));

    private static Instant WholeSecond(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
