using System.Text;
using TalksBot.Core.Negotiations;

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
            .Append("Written ").Append(MarkdownText.Of(FileMoments.Utc(chronology.WrittenAt))).Append("\n\n")
            .Append("| When | What | Side | Text | Attribution | Note |\n")
            .Append("|---|---|---|---|---|---|\n");
        foreach (var row in chronology.Rows.Where(row => !row.OnlyReplaces))
        {
            text.Append("| ").AppendJoin(" | ", Cells(row).Select(MarkdownText.Of)).Append(Link(row)).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>An address holds no mark that ends it, or its cell.</summary>
    private static string Link(ChronologyRow row) => row.Link is null ? "" : $" <{row.Link.AbsoluteUri}>";

    private static IEnumerable<string> Cells(ChronologyRow row) =>
    [
        FileMoments.OnClocks(row.At, row.Clocks) + (row.EndsAt is { } end ? $", until {FileMoments.OnClocks(end, row.Clocks)}" : ""),
        row.CorrectionOf.Length > 0 ? $"CORRECTION of {row.CorrectionOf}" : $"{row.Kind} {row.Subject}",
        row.Side,
        row.Text,
        row.Attribution + (row.Tier is { } tier ? $" ({tier.Words()})" : ""),
        row.Note,
    ];
}
