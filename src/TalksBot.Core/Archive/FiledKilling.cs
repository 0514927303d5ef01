using TalksBot.Core.Posts;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Archive;

/// <summary>That the desk withdrew an update, as filed.</summary>
public sealed record FiledKilling
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who did.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    [Words(UserText.ParagraphLimit)]
    public required string Reason { get; init; }

    internal static FiledKilling From(Killing killing) => new() { At = killing.At, By = killing.By, Reason = killing.Reason };

    internal Killing Restore() => new(At, By, Reason);
}
