using System.Diagnostics;
using ScottPlot;
using TalksBot.Core.Pictures;

namespace TalksBot.Features.Pictures;

/// <summary>What each kind of mark in a picture means, below it; kinds that are not in it are not explained.</summary>
internal static class TimelineLegend
{
    private const int Mark = 48;
    private const int Gap = 28;

    /// <summary>The kinds in lines that have room for them.</summary>
    public static IReadOnlyList<IReadOnlyList<PictureMarkKind>> Lines(Picture picture, SheetText text)
    {
        var lines = new List<List<PictureMarkKind>>();
        var used = double.PositiveInfinity;
        foreach (var kind in picture.Rows.SelectMany(row => row.Marks).Select(mark => mark.Kind).Distinct().OrderBy(kind => kind is not PictureMarkKind.NextDeadline).ThenBy(kind => kind))
        {
            var width = Wide(kind, text);
            if (used + width > text.Room)
            {
                lines.Add([]);
                used = 0;
            }

            lines[^1].Add(kind);
            used += width;
        }

        return lines;
    }

    /// <summary>Draws them.</summary>
    public static void Draw(IReadOnlyList<IReadOnlyList<PictureMarkKind>> lines, Plot plot, SheetText text, int left, int top, int height)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            double at = left;
            foreach (var kind in lines[line])
            {
                TimelineStyle.Of(kind).Draw(plot, at + (Mark / 2), top + (line * height) + 13);
                text.Write(Name(kind), at + Mark, top + (line * height), TimelineStyle.Ink, SheetText.Usual, isBold: false);
                at += Wide(kind, text);
            }
        }
    }

    private static double Wide(PictureMarkKind kind, SheetText text) => Mark + text.Measure(Name(kind), SheetText.Usual, isBold: false) + Gap;

    private static string Name(PictureMarkKind kind) => kind switch
    {
        PictureMarkKind.Deadline => "deadline",
        PictureMarkKind.NextDeadline => "next deadline",
        PictureMarkKind.MovedFrom => "moved from",
        PictureMarkKind.Met => "met",
        PictureMarkKind.Passed => "passed",
        PictureMarkKind.Session => "session",
        PictureMarkKind.PlannedSession => "planned session",
        PictureMarkKind.Account => "update",
        PictureMarkKind.CorrectedAccount => "corrected update",
        _ => throw new UnreachableException(),
    };
}
