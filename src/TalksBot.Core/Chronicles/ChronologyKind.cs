namespace TalksBot.Core.Chronicles;

/// <summary>What a row of a chronology tells.</summary>
public enum ChronologyKind
{
    /// <summary>The talks as a whole turned, as by an outcome.</summary>
    Talks,

    /// <summary>A deadline was set, moved or settled, or falls.</summary>
    Deadline,

    /// <summary>A session.</summary>
    Session,

    /// <summary>Something was said, in the words that hold.</summary>
    Update,

    /// <summary>Something that was said was put right.</summary>
    Correction,

    /// <summary>Something that was said was withdrawn: it is not to be used.</summary>
    Kill,

    /// <summary>A sticking point was named, worded or settled.</summary>
    Point,
}
