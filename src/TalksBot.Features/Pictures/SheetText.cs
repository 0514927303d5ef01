using ScottPlot;

namespace TalksBot.Features.Pictures;

/// <summary>Writes words on a sheet, each on a ground of its own, so that no line crosses them.</summary>
/// <param name="plot">The sheet.</param>
/// <param name="room">The width of a line of words in pixels.</param>
internal sealed class SheetText(Plot plot, int room)
{
    /// <summary>The size of most words in pixels: at two fifths as large as a phone's small print.</summary>
    public const float Usual = 27;

    /// <summary>The size of the title.</summary>
    public const float Large = 30;

    /// <summary>The width of a line of words in pixels.</summary>
    public int Room => room;

    private readonly Paint _paint = Paint.NewDisposablePaint();

    /// <summary>The width of words in pixels.</summary>
    public double Measure(string words, float size, bool isBold) => Style(words, size, isBold).Measure(_paint).Width;

    /// <summary>Writes words from a place to the right and down.</summary>
    public void Write(string words, double left, double top, Color colour, float size, bool isBold)
    {
        var text = plot.Add.Text(words, left, -top);
        text.LabelStyle.FontName = SheetFont.For(words);
        (text.LabelStyle.FontSize, text.LabelStyle.Bold, text.LabelStyle.ForeColor) = (size, isBold, colour);
        (text.LabelStyle.BackgroundColor, text.LabelAlignment) = (TimelineStyle.Paper, Alignment.UpperLeft);
    }

    /// <summary>Writes words in the middle of a place, or as near as the edges let them.</summary>
    public void WriteAround(string words, double at, double edge, double top, Color colour)
    {
        var width = Measure(words, Usual, isBold: true);
        Write(words, Math.Clamp(at - (width / 2), edge, edge + room - width), top, colour, Usual, isBold: true);
    }

    /// <summary>The words as far as they have room, with a mark where they are cut.</summary>
    public string Cut(string words, float size, bool isBold)
    {
        if (Measure(words, size, isBold) <= room)
        {
            return words;
        }

        var cut = words;
        while (cut.Length > 1 && Measure($"{cut}…", size, isBold) > room)
        {
            cut = cut[..^(char.IsLowSurrogate(cut[^1]) ? 2 : 1)];
        }

        return $"{cut.TrimEnd()}…";
    }

    /// <summary>The words in lines, two at most.</summary>
    public IReadOnlyList<string> Lines(string words, float size)
    {
        var parts = words.Split(' ');
        var count = parts.Length;
        while (count > 1 && Measure(string.Join(' ', parts.Take(count)), size, isBold: true) > room)
        {
            count--;
        }

        var first = Cut(string.Join(' ', parts.Take(count)), size, isBold: true);
        return count == parts.Length ? [first] : [first, Cut(string.Join(' ', parts.Skip(count)), size, isBold: true)];
    }

    private static LabelStyle Style(string words, float size, bool isBold) =>
        new() { Text = words, FontName = SheetFont.For(words), FontSize = size, Bold = isBold };
}
