using TalksBot.Core.Posts;

namespace TalksBot.Core.Archive;

/// <summary>How one side words a sticking point, as filed.</summary>
public sealed record FiledWording
{
    /// <summary>The party's code.</summary>
    public required string Side { get; init; }

    /// <summary>Its words.</summary>
    [Words(UserText.ParagraphLimit)]
    public required string Wording { get; init; }
}
