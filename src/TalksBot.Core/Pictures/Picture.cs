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
