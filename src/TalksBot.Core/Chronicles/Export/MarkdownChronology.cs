using System.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Chronicles.Export;

/// <summary>Chronologies as Markdown: a heading and a table for each. Pure.</summary>
public static class MarkdownChronology
{
    /// <summary>The text, lines ended by LF.</summary>
    public static string Write(IEnumerable<Chronology> chronologies) => string.Join('\n', chronologies.Select(Write));

    private static string Write(Chronology chronology)
    {
        var text = new StringBuilder()
            .Append("# ").Append(MarkdownText.Of(chronology.Title)).Append("\n\n")
            .Append("Talks ").Append(MarkdownText.Of(chronology.Standing)).Append("\n\n")
            .Append("Written ").Append(MarkdownText.Of(TimeWording.Iso(chronology.WrittenAt))).Append("\n\n")
            .Append("| When | What | Side | Text | Attribution | Note |\n")
            .Append("|---|---|---|---|---|---|\n");
        foreach (var row in chronology.Rows)
        {
            text.Append("| ").AppendJoin(" | ", Cells(row, chronology.WrittenAt).Select(MarkdownText.Of)).Append(" |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Cells(ChronologyRow row, Instant now) =>
    [
        TimeWording.ClockLine(row.At, row.Clocks, now) + (row.EndsAt is { } end ? $", until {TimeWording.ClockLine(end, row.Clocks, now)}" : ""),
        row.CorrectionOf.Length > 0 ? $"CORRECTION of {row.CorrectionOf}" : $"{row.Kind} {row.Subject}",
        row.Side,
        row.Text,
        row.Attribution + (row.Tier is { } tier ? $" ({tier.Words()})" : ""),
        row.Note,
    ];
}
