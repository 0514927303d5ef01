namespace TalksBot.Terminal;

/// <summary>Why a post is shown.</summary>
public enum ShownNote
{
    /// <summary>It is new.</summary>
    New,

    /// <summary>It may have been shown before the program was last stopped; nobody can know.</summary>
    Again,

    /// <summary>It replaces an earlier message.</summary>
    Edited,
}
