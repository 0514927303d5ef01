using System.Diagnostics;
using ScottPlot;
using TalksBot.Core.Pictures;

namespace TalksBot.Features.Pictures;

/// <summary>How a mark looks: told apart by shape as well as by colour, on light and on dark screens.</summary>
/// <param name="Colour">Its colour.</param>
/// <param name="Shape">Its shape at one moment.</param>
/// <param name="Size">Its size in pixels.</param>
/// <param name="IsHollow">Only the outline is drawn.</param>
internal sealed record TimelineStyle(Color Colour, MarkerShape Shape, float Size, bool IsHollow = false)
{
    /// <summary>The ground that everything stands on.</summary>
    public static readonly Color Paper = Color.FromHex("#ffffff");

    /// <summary>Words.</summary>
    public static readonly Color Ink = Color.FromHex("#1f2933");

    /// <summary>The line of the present.</summary>
    public static readonly Color Present = Color.FromHex("#0b6bcb");

    /// <summary>The grid.</summary>
    public static readonly Color Faint = Color.FromHex("#e4e7eb");

    private static readonly Color Red = Color.FromHex("#c62828");
    private static readonly Color Green = Color.FromHex("#2e7d32");
    private static readonly Color Grey = Color.FromHex("#6b7785");
    private static readonly Color Violet = Color.FromHex("#6a3fb5");

    /// <summary>The look of a kind.</summary>
    public static TimelineStyle Of(PictureMarkKind kind) => kind switch
    {
        PictureMarkKind.NextDeadline => new(Red, MarkerShape.FilledDiamond, 38),
        PictureMarkKind.Deadline => new(Red, MarkerShape.FilledDiamond, 24),
        PictureMarkKind.MovedFrom => new(Grey, MarkerShape.FilledDiamond, 20, IsHollow: true),
        PictureMarkKind.Met => new(Green, MarkerShape.FilledDiamond, 24),
        PictureMarkKind.Passed => new(Grey, MarkerShape.FilledDiamond, 24),
        PictureMarkKind.Session => new(Violet, MarkerShape.FilledSquare, 20),
        PictureMarkKind.PlannedSession => new(Violet, MarkerShape.FilledSquare, 20, IsHollow: true),
        PictureMarkKind.Account => new(Ink, MarkerShape.FilledCircle, 18),
        PictureMarkKind.CorrectedAccount => new(Red, MarkerShape.FilledCircle, 18, IsHollow: true),
        _ => throw new UnreachableException(),
    };

    /// <summary>Draws it at a place in pixels.</summary>
    public void Draw(Plot plot, double left, double top)
    {
        var mark = plot.Add.Marker(left, -top, Shape, Size, Colour).MarkerStyle;
        (mark.OutlineColor, mark.OutlineWidth) = (Colour, 4);
        mark.FillColor = IsHollow ? Paper : Colour;
    }
}
