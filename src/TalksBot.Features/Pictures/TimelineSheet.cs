using ScottPlot;
using ScottPlot.TickGenerators;
using TalksBot.Core.Pictures;

namespace TalksBot.Features.Pictures;

/// <summary>One picture being drawn: time from left to right in hours since its left edge, rows from the top down.</summary>
internal sealed class TimelineSheet : IDisposable
{
    private const float TextSize = 17;

    /// <summary>What takes a smaller part of the width is drawn as a moment, so that it can be seen.</summary>
    private const double ShortestBar = 0.012;

    private readonly Plot _plot = new();
    private readonly Picture _picture;

    /// <summary>Draws it.</summary>
    public TimelineSheet(Picture picture)
    {
        _picture = picture;
        Frame();
        for (var row = 0; row < picture.Rows.Count; row++)
        {
            DrawRow(picture.Rows[row], -row);
        }

        if (picture.Axis.Now is { } now)
        {
            DrawNow(now);
        }
    }

    /// <summary>The picture as a PNG of that size in pixels.</summary>
    public byte[] Write(int width, int height) => _plot.GetImageBytes(width, height, ImageFormat.Png);

    /// <inheritdoc/>
    public void Dispose() => _plot.Dispose();

    private double Hours(Instant at) => (at - _picture.Axis.From).TotalHours;

    private void Frame()
    {
        var axis = _picture.Axis;
        _plot.FigureBackground.Color = TimelineStyle.Paper;
        _plot.Axes.SetLimits(0, Hours(axis.To), -_picture.Rows.Count + 0.4, 0.9);
        _plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. axis.Ticks.Select(tick => Hours(tick.At))], [.. axis.Ticks.Select(tick => tick.Label)]);
        _plot.Axes.Left.TickGenerator = new NumericManual(
            [.. _picture.Rows.Select((_, row) => (double)-row)], [.. _picture.Rows.Select(row => row.Label)]);
        foreach (var side in new IAxis[] { _plot.Axes.Bottom, _plot.Axes.Left })
        {
            Write(side.TickLabelStyle, TimelineStyle.Ink, TextSize);
            side.MajorTickStyle.Length = 0;
            side.FrameLineStyle.Width = 0;
        }

        _plot.Axes.Left.TickLabelStyle.FontName = FontOf(string.Concat(_picture.Rows.Select(row => row.Label)));
        _plot.Axes.Right.FrameLineStyle.Width = 0;
        _plot.Axes.Top.FrameLineStyle.Width = 0;
        _plot.Grid.MajorLineColor = TimelineStyle.Faint;
        _plot.Title(_picture.Title, TextSize + 3);
        _plot.Axes.Title.Label.FontName = FontOf(_picture.Title);
        _plot.Axes.Title.Label.ForeColor = TimelineStyle.Ink;
    }

    private void DrawRow(PictureRow row, double y)
    {
        foreach (var mark in row.Marks)
        {
            var style = TimelineStyle.Of(mark.Kind);
            if (Hours(mark.To) - Hours(mark.From) > Hours(_picture.Axis.To) * ShortestBar)
            {
                var bar = _plot.Add.Line(Hours(mark.From), y, Hours(mark.To), y);
                (bar.LineWidth, bar.Color, bar.LinePattern) = (14, style.Colour, style.IsHollow ? LinePattern.Dotted : LinePattern.Solid);
            }
            else
            {
                var dot = _plot.Add.Marker(Hours(mark.From), y, style.Shape, style.Size, style.Colour);
                dot.MarkerStyle.OutlineColor = style.Colour;
                dot.MarkerStyle.OutlineWidth = 2;
                dot.MarkerStyle.FillColor = style.IsHollow ? TimelineStyle.Paper : style.Colour;
            }
        }

        CaptionRow(row, y);
    }

    /// <summary>A caption that would stand on the one before it is left off; the words below the picture have them all.</summary>
    private void CaptionRow(PictureRow row, double y)
    {
        var free = double.NegativeInfinity;
        var letter = Hours(_picture.Axis.To) / 115;
        foreach (var mark in row.Marks.Where(mark => mark.Caption.Length > 0))
        {
            var at = Hours(mark.From);
            var half = letter * (mark.Caption.Length + 1) / 2;
            if (at - half < free)
            {
                continue;
            }

            var text = _plot.Add.Text(mark.Caption, at, y + 0.24);
            Write(text.LabelStyle, TimelineStyle.Of(mark.Kind).Colour, TextSize - 3);
            text.LabelAlignment = at + half > Hours(_picture.Axis.To) ? Alignment.LowerRight : at - half < 0 ? Alignment.LowerLeft : Alignment.LowerCenter;
            free = at + half;
        }
    }

    private void DrawNow(PictureTick tick)
    {
        var now = Hours(tick.At);
        _plot.Add.VerticalLine(now, 2, TimelineStyle.Present, LinePattern.Dashed);
        var text = _plot.Add.Text(tick.Label, now, 0.85);
        Write(text.LabelStyle, TimelineStyle.Present, TextSize - 3);
        text.LabelAlignment = now > Hours(_picture.Axis.To) / 2 ? Alignment.UpperRight : Alignment.UpperLeft;
        text.OffsetX = now > Hours(_picture.Axis.To) / 2 ? -6 : 6;
    }

    private static void Write(LabelStyle label, Color colour, float size) => (label.ForeColor, label.FontSize) = (colour, size);

    /// <summary>A font that has the letters of the text, whatever its script.</summary>
    private static string FontOf(string text) => Fonts.Detect(text);
}
