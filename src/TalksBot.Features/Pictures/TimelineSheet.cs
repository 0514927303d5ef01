using ScottPlot;
using TalksBot.Core.Pictures;

namespace TalksBot.Features.Pictures;

/// <summary>
/// One picture being drawn, in pixels from its upper left corner: title, now, rows, times, legend. It is as wide as a phone shows it at two
/// fifths, with letters that can be read there. Lines are drawn first and words on top of them, on a ground of their own.
/// </summary>
internal sealed class TimelineSheet : IDisposable
{
    /// <summary>Its width in pixels.</summary>
    public const int Width = 1_000;

    private const int Side = 44;
    private const int Row = 104;
    private const int Line = 38;

    private readonly Plot _plot = new();
    private readonly SheetText _text;
    private readonly Picture _picture;

    /// <summary>Draws it.</summary>
    public TimelineSheet(Picture picture)
    {
        _picture = picture;
        _text = new SheetText(_plot, Width - (2 * Side));
        var title = _text.Lines(picture.Title, SheetText.Large);
        var legend = TimelineLegend.Lines(picture, _text);
        var top = Side + (title.Count * Line);
        var rows = top + (picture.Axis.Now is null ? 0 : Line) + 8;
        var bottom = rows + (Row * picture.Rows.Count);
        Height = bottom + (2 * Line) + 16 + (legend.Count * Line) + (Side / 2);

        Frame(bottom, rows);
        foreach (var (line, n) in title.Select((line, n) => (line, n)))
        {
            _text.Write(line, Side, Side / 2 + (n * Line), TimelineStyle.Ink, SheetText.Large, isBold: true);
        }

        DrawNow(top);
        for (var row = 0; row < picture.Rows.Count; row++)
        {
            DrawRow(picture.Rows[row], rows + (row * Row));
        }

        NameTicks(bottom + 8);
        TimelineLegend.Draw(legend, _plot, _text, Side, bottom + (2 * Line) + 24, Line);
        _plot.Axes.SetLimits(0, Width, -Height, 0);
    }

    /// <summary>Its height in pixels.</summary>
    public int Height { get; }

    /// <summary>The picture as a PNG.</summary>
    public byte[] Write() => _plot.GetImageBytes(Width, Height, ImageFormat.Png);

    /// <inheritdoc/>
    public void Dispose() => _plot.Dispose();

    private double X(Instant at) => Side + ((at - _picture.Axis.From) / (_picture.Axis.To - _picture.Axis.From) * (Width - (2 * Side)));

    private void Frame(int bottom, int rows)
    {
        _plot.Layout.Frameless();
        _plot.HideGrid();
        _plot.FigureBackground.Color = TimelineStyle.Paper;
        _plot.DataBackground.Color = TimelineStyle.Paper;
        foreach (var tick in _picture.Axis.Ticks)
        {
            Stroke(X(tick.At), rows, bottom, TimelineStyle.Faint, 2);
        }

        for (var row = 0; row <= _picture.Rows.Count; row++)
        {
            var line = _plot.Add.Line(Side, -(rows + (row * Row)), Width - Side, -(rows + (row * Row)));
            (line.LineWidth, line.Color) = (2, TimelineStyle.Faint);
        }

        if (_picture.Axis.Now is { } now)
        {
            Stroke(X(now.At), rows, bottom, TimelineStyle.Present, 4);
        }
    }

    private void Stroke(double x, double top, double bottom, Color colour, float width)
    {
        var line = _plot.Add.Line(x, -top, x, -bottom);
        (line.LineWidth, line.Color) = (width, colour);
    }

    private void DrawNow(int top)
    {
        if (_picture.Axis.Now is { } now)
        {
            _text.WriteAround(now.Label, X(now.At), Side, top, TimelineStyle.Present);
        }
    }

    private void DrawRow(PictureRow row, int top)
    {
        var isNext = row.Marks.Any(mark => mark.Kind is PictureMarkKind.NextDeadline);
        _text.Write(_text.Cut(row.Label, SheetText.Usual, isNext), Side, top + 10, isNext ? TimelineStyle.Of(PictureMarkKind.NextDeadline).Colour : TimelineStyle.Ink, SheetText.Usual, isNext);
        var middle = top + 72;
        DrawWay(row, middle);
        foreach (var caption in TimelineCaptions.Of(row, X, _text, Side))
        {
            _text.Write(caption.Text, caption.Left, middle - 13, TimelineStyle.Of(caption.Kind).Colour, SheetText.Usual, caption.IsBold);
        }

        foreach (var mark in row.Marks)
        {
            DrawMark(mark, middle);
        }
    }

    /// <summary>A deadline's way from where it stood first to where it stands.</summary>
    private void DrawWay(PictureRow row, int middle)
    {
        if (row.Marks.Any(mark => mark.Kind is PictureMarkKind.MovedFrom))
        {
            var way = _plot.Add.Line(row.Marks.Min(mark => X(mark.From)), -middle, row.Marks.Max(mark => X(mark.From)), -middle);
            (way.LineWidth, way.Color) = (4, TimelineStyle.Of(PictureMarkKind.MovedFrom).Colour);
        }
    }

    private void DrawMark(PictureMark mark, int middle)
    {
        var style = TimelineStyle.Of(mark.Kind);
        var (from, to) = (X(mark.From), X(mark.To));
        if (to - from > style.Size)
        {
            var bar = _plot.Add.Line(from, -middle, to, -middle);
            (bar.LineWidth, bar.Color, bar.LinePattern) = (18, style.Colour, style.IsHollow ? LinePattern.Dotted : LinePattern.Solid);
            return;
        }

        style.Draw(_plot, from, middle);
    }

    /// <summary>Two-line names, which say the day, go before those of an hour; one that would stand on another is left off.</summary>
    private void NameTicks(int top)
    {
        var taken = new List<(double Left, double Right)>();
        foreach (var tick in _picture.Axis.Ticks.OrderByDescending(tick => tick.Label.Contains('\n', StringComparison.Ordinal)))
        {
            var lines = tick.Label.Split('\n');
            var half = lines.Max(line => _text.Measure(line, SheetText.Usual, isBold: false)) / 2;
            var at = Math.Clamp(X(tick.At), Side + half, Width - Side - half);
            if (taken.Exists(other => at - half < other.Right + 16 && at + half > other.Left - 16))
            {
                continue;
            }

            taken.Add((at - half, at + half));
            for (var line = 0; line < lines.Length; line++)
            {
                _text.Write(lines[line], at - (_text.Measure(lines[line], SheetText.Usual, isBold: false) / 2), top + (line * Line), TimelineStyle.Ink, SheetText.Usual, isBold: false);
            }
        }
    }
}
