namespace TalksBot.Core.Pictures;

/// <summary>
/// A picture of events in time, as what it shows. It is drawn only where it is posted, so that what waits in the queue stays small.
/// Every text in it is plain; it never holds the words of an update, which may be killed after it was posted.
/// </summary>
/// <param name="Title">One line above it.</param>
/// <param name="Rows">Its rows, top-down.</param>
/// <param name="Axis">The time it spans.</param>
/// <param name="AltText">The same in words, at most <see cref="LongestAltText"/> characters, for those who cannot see it.</param>
public sealed record Picture(string Title, IReadOnlyList<PictureRow> Rows, PictureAxis Axis, string AltText)
{
    /// <summary>What every platform takes (slack.md §4: 1,000 characters; discord.md §3: 1,024).</summary>
    public const int LongestAltText = 1_000;

    /// <summary>The name of its file.</summary>
    public const string FileName = "timeline.png";
}

/// <summary>The time that a picture spans.</summary>
/// <param name="From">Its left edge.</param>
/// <param name="To">Its right edge, later than the left one.</param>
/// <param name="Now">The moment of writing, within both; null where everything shown is long past.</param>
/// <param name="Ticks">The moments that are named below it, in order.</param>
public sealed record PictureAxis(Instant From, Instant To, PictureTick? Now, IReadOnlyList<PictureTick> Ticks);

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

/// <summary>What a mark in a picture stands for. Numbers are stored: never renumber.</summary>
public enum PictureMarkKind
{
    /// <summary>A deadline that is still to come.</summary>
    Deadline = 1,

    /// <summary>Where a deadline stood before it was moved.</summary>
    MovedFrom = 2,

    /// <summary>A deadline whose demand was met.</summary>
    Met = 3,

    /// <summary>A deadline that passed: lapsed, or nobody knows yet.</summary>
    Passed = 4,

    /// <summary>A session that was held or is under way.</summary>
    Session = 5,

    /// <summary>A session that is announced.</summary>
    PlannedSession = 6,

    /// <summary>An update.</summary>
    Account = 7,

    /// <summary>An update that has been corrected.</summary>
    CorrectedAccount = 8,

    /// <summary>The deadline that comes next, the weightiest of all.</summary>
    NextDeadline = 9,
}

/// <summary>One row of a picture.</summary>
/// <param name="Label">What stands to the left of it.</param>
/// <param name="Marks">What stands in it.</param>
public sealed record PictureRow(string Label, IReadOnlyList<PictureMark> Marks);

/// <summary>A moment that is named on the axis.</summary>
/// <param name="At">The moment.</param>
/// <param name="Label">Its name on the picture's clock, one line or two.</param>
public sealed record PictureTick(Instant At, string Label);

/// <summary>Draws pictures, for platforms that can show them.</summary>
public interface IPictures
{
    /// <summary>The picture as a PNG; null where this machine cannot draw, which leaves a post to its words.</summary>
    byte[]? Draw(Picture picture);
}
