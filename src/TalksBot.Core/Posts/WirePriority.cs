namespace TalksBot.Core.Posts;

/// <summary>How urgent a post is, in the wire services' terms; a smaller number goes first. Numbers are stored.</summary>
public enum WirePriority
{
    /// <summary>The rarest: one sentence, before everything else.</summary>
    Flash = 1,

    /// <summary>Mentions the follow's target.</summary>
    Bulletin = 2,

    /// <summary>Posted at once, mentions nobody.</summary>
    Urgent = 3,

    /// <summary>The ordinary pace.</summary>
    Regular = 4,

    /// <summary>Never posted by itself: it waits for the digest.</summary>
    Deferred = 5,
}
