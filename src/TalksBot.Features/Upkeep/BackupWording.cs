using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Upkeep;

/// <summary>What is said of copies that are not made, in words that stay true when they are read late.</summary>
internal static class BackupWording
{
    /// <summary>A night without a copy.</summary>
    /// <param name="sentence">Why, and what to do.</param>
    public static Post Failed(string sentence) => new(
        "The nightly copy of the database failed",
        Severity.Trouble,
        [new PostPiece.Line(sentence), new PostPiece.Line("It is tried again each hour; nothing else waits for it.")]);

    /// <summary>The last good copy is too old.</summary>
    public static Post Overdue(Instant lastGood, string folder, WallClock clock, Instant now) => new(
        $"No good copy of the database since {TimeWording.OnOwnClock(lastGood, clock, now)}",
        Severity.Trouble,
        [new PostPiece.Line($"Copies go to {folder}. Run talksbot backup there to see what is wrong; until it is mended, a lost disk takes with it what was recorded since.")]);
}
