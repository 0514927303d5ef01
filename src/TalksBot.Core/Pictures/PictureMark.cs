namespace TalksBot.Core.Pictures;

/// <summary>Something in a row: at one moment, or from one to another.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">When, or when it begins.</param>
/// <param name="To">When it ends; the same as <paramref name="From"/> for a moment.</param>
/// <param name="Caption">A few characters beside it; empty for none.</param>
public sealed record PictureMark(PictureMarkKind Kind, Instant From, Instant To, string Caption = "")
{
    /// <summary>Something at one moment.</summary>
    public static PictureMark At(PictureMarkKind kind, Instant at, string caption = "") => new(kind, at, at, caption);
}
