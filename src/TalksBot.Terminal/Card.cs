using Spectre.Console;
using Spectre.Console.Rendering;

namespace TalksBot.Terminal;

/// <summary>
/// A card: title and time above, lines beside one rule, the reference below. It has no right edge on purpose: terminals
/// disagree about the width of emoji and turn right-to-left words, and an edge would show each disagreement as a dent.
/// </summary>
internal sealed class Card(string title, string note, IRenderable body) : Renderable
{
    private const int Margin = 3;

    /// <summary>The colour of the rule.</summary>
    public required Style Rule { get; init; }

    /// <summary>The last line; empty for none.</summary>
    public string Reference { get; init; } = "";

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var segment in Top(maxWidth))
        {
            yield return segment;
        }

        foreach (var line in Segment.SplitLines(body.Render(options, maxWidth - Margin)))
        {
            var tidy = Tidy(line);
            yield return new Segment(tidy.Count == 0 ? "│" : "│  ", Rule);
            foreach (var segment in tidy)
            {
                yield return segment;
            }

            yield return Segment.LineBreak;
        }

        yield return new Segment("╰─", Rule);
        yield return new Segment(Reference.Length == 0 ? "" : $" {Reference}", Quiet);
        yield return Segment.LineBreak;
    }

    private static Style Quiet => new(decoration: Decoration.Dim);

    private IEnumerable<Segment> Top(int width)
    {
        var rule = width - "╭─ ".Length - title.GetCellWidth() - (note.Length == 0 ? 1 : note.GetCellWidth() + 2);
        yield return new Segment("╭─ ", Rule);
        yield return new Segment(title, new Style(decoration: Decoration.Bold));
        yield return new Segment($" {new string('─', Math.Max(rule, 1))}", Rule);
        yield return new Segment(note.Length == 0 ? "" : $" {note}", Quiet);
        yield return Segment.LineBreak;
    }

    /// <summary>A line without the blanks it was broken at, and closed off where it holds right-to-left words.</summary>
    private static List<Segment> Tidy(SegmentLine line)
    {
        var tidy = line.ToList();
        while (tidy.Count > 0 && string.IsNullOrWhiteSpace(tidy[^1].Text))
        {
            tidy.RemoveAt(tidy.Count - 1);
        }

        if (ScreenText.HasRightToLeft(string.Concat(tidy.Select(segment => segment.Text))))
        {
            tidy.Insert(0, new Segment(ScreenText.Isolate));
            tidy.Add(new Segment(ScreenText.EndOfIsolate));
        }

        return tidy;
    }
}
