using System.Text.Json.Serialization;
using TalksBot.Core.Pictures;

namespace TalksBot.Core.Posts;

/// <summary>What to say, free of any platform's markup. Every text in it is plain: adapters escape all of it.</summary>
/// <param name="Heading">One line that stands alone in a notification.</param>
/// <param name="Severity">How loudly it looks.</param>
/// <param name="Pieces">The body, top-down.</param>
public sealed record Post(string Heading, Severity Severity, IReadOnlyList<PostPiece> Pieces)
{
    /// <summary>Whom the platform should notify, in the platform's own words; null for nobody.</summary>
    public string? Mention { get; init; }

    /// <summary>What it is about without the time left, for the heading of a late alert.</summary>
    public string About { get; init; } = "";

    /// <summary>Its due moment on the subject's own clock, as in <c>23:44 EDT</c>; shown only when it comes late.</summary>
    public string DueOnClock { get; init; } = "";

    /// <summary>Things a reader may do at once.</summary>
    public IReadOnlyList<PostButton> Buttons { get; init; } = [];

    /// <summary>The command that shows what is left out where a platform has no room for all of it; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? More { get; init; }

    /// <summary>A picture below the words, which say the same; null for none. Platforms without pictures leave it off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Picture? Picture { get; init; }

    /// <summary>The updates whose words it shows, such as <c>#3</c>, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Accounts => [.. Pieces.Select(piece => piece.Account).OfType<string>().Distinct()];
}
