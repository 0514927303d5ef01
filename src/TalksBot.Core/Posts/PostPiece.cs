using System.Text.Json.Serialization;

namespace TalksBot.Core.Posts;

/// <summary>One piece of a post's body.</summary>
[JsonDerivedType(typeof(Line), "line")]
[JsonDerivedType(typeof(Moment), "moment")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Field), "field")]
[JsonDerivedType(typeof(Section), "section")]
public abstract record PostPiece
{
    private PostPiece()
    {
    }

    /// <summary>A line of text.</summary>
    public sealed record Line(string Text) : PostPiece;

    /// <summary>A moment: written on every clock, with the instant for platforms that count by themselves.</summary>
    /// <param name="At">The instant.</param>
    /// <param name="Written">The same on every clock, from <c>Times/</c>.</param>
    public sealed record Moment(Instant At, string Written) : PostPiece;

    /// <summary>What somebody said, and who.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Attribution">Who said it, as it may be printed.</param>
    public sealed record Quote(string Text, string Attribution) : PostPiece;

    /// <summary>A named value.</summary>
    public sealed record Field(string Name, string Value) : PostPiece;

    /// <summary>A heading inside the body.</summary>
    public sealed record Section(string Title) : PostPiece;
}
