namespace TalksBot.Core.Posts;

/// <summary>What became of a post since it was shown. Numbers are stored: never renumber.</summary>
public enum PostMark
{
    /// <summary>What it says was put right.</summary>
    Corrected = 1,

    /// <summary>What it said was withdrawn.</summary>
    Killed = 2,

    /// <summary>Whoever caused it took it back.</summary>
    Undone = 3,

    /// <summary>Whoever caused one of its several news took that back.</summary>
    UndoneInPart = 4,

    /// <summary>Nobody keeps it up to date any more.</summary>
    Ended = 5,
}
