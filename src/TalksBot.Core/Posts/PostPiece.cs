using System.Text.Json.Serialization;
using TalksBot.Core.Channels;
using TalksBot.Core.Text;

namespace TalksBot.Core.Posts;

/// <summary>One piece of a post's body.</summary>
[JsonDerivedType(typeof(Line), "line")]
[JsonDerivedType(typeof(Sourced), "sourced")]
[JsonDerivedType(typeof(Moment), "moment")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Field), "field")]
[JsonDerivedType(typeof(Section), "section")]
[JsonDerivedType(typeof(Struck), "struck")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Audience), "audience")]
public abstract record PostPiece
{
    private PostPiece()
    {
    }

    /// <summary>
    /// The update whose words it repeats, such as <c>#3</c>, or in a bundle of several news the record it tells of; null for the desk's own words.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Account { get; init; }

    /// <summary>How much it would be missed where there is no room for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PieceWeight Weight { get; init; }

    /// <summary>True where it belongs to the piece before it: both are shown, or neither.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Continues { get; init; }

    /// <summary>The mark that it gives the reason for; null for anything else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PostMark? Tells { get; init; }

    /// <summary>A line of text.</summary>
    public sealed record Line(string Text) : PostPiece;

    /// <summary>A moment: written on every clock, with the instant for platforms that count by themselves.</summary>
    /// <param name="At">The instant.</param>
    /// <param name="Written">The same on every clock, from <c>Times/</c>.</param>
    public sealed record Moment(Instant At, string Written) : PostPiece;

    /// <summary>What somebody said, and who.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Attribution">Who said it, as it may be printed.</param>
    public sealed record Quote(string Text, string Attribution) : PostPiece
    {
        /// <summary>Where it was said, on the web; null where no address is known.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Uri? Source { get; init; }
    }

    /// <summary>A line of text with the address on the web where its words were said.</summary>
    /// <param name="Text">The line, without the address.</param>
    /// <param name="To">The address.</param>
    public sealed record Sourced(string Text, Uri To) : PostPiece;

    /// <summary>A named value.</summary>
    public sealed record Field(string Name, string Value) : PostPiece
    {
        /// <summary>The value uncut, for where there is room; null where it is not cut.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Whole { get; init; }

        /// <summary>A value of which a phone is shown no more than so many characters.</summary>
        public static Field Brief(string name, string value, int length) =>
            value.Length <= length ? new Field(name, value) : new Field(name, Typography.Shorten(value, length)) { Whole = value };
    }

    /// <summary>A heading inside the body.</summary>
    public sealed record Section(string Title) : PostPiece;

    /// <summary>Words that were shown and do not hold any more: crossed out, still readable.</summary>
    /// <param name="Text">The words.</param>
    public sealed record Struck(string Text) : PostPiece;

    /// <summary>The channels that a post would go to, as a heading inside the body.</summary>
    /// <param name="Near">Those of the reader's own connection, which its platform may show by their names; at most a handful.</param>
    /// <param name="Far">All others, shown by their addresses.</param>
    public sealed record Audience(IReadOnlyList<ChannelAddress> Near, IReadOnlyList<ChannelAddress> Far) : PostPiece;

    /// <summary>Points to another post in the same channel; where the platform has addresses for messages, as a link.</summary>
    /// <param name="Text">What is found there, readable without the link.</param>
    /// <param name="Key">The delivery it points to.</param>
    /// <param name="MessageId">The platform's id of that message; null until it is known.</param>
    public sealed record Link(string Text, string Key, string? MessageId = null) : PostPiece
    {
        /// <summary>The message's address on the web, where it stands in another channel; null where the platform works it out or has none.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Uri? Url { get; init; }
    }
}

/// <summary>How much a reader would miss a piece where there is no room for all of a post. Numbers are stored: never renumber.</summary>
public enum PieceWeight
{
    /// <summary>Goes before what must stay, the last of a list before the first.</summary>
    Usual = 0,

    /// <summary>Goes first.</summary>
    Extra = 1,

    /// <summary>Stays, if need be with its words shortened.</summary>
    Essential = 2,
}

/// <summary>Pieces of a post that are shown together or not at all.</summary>
/// <param name="Place">Where it stands among the units, from 0.</param>
/// <param name="Section">The section it stands in, from 0 for what comes before the first title.</param>
/// <param name="Title">The section's title; null before the first.</param>
/// <param name="Pieces">The pieces.</param>
internal sealed record PostUnit(int Place, int Section, PostPiece? Title, IReadOnlyList<PostPiece> Pieces)
{
    /// <summary>How much it would be missed.</summary>
    public PieceWeight Weight => Pieces.Any(piece => piece.Weight is PieceWeight.Essential) ? PieceWeight.Essential : Pieces[0].Weight;

    /// <summary>The units of a post, top-down. Titles belong to their sections.</summary>
    public static IReadOnlyList<PostUnit> Of(IReadOnlyList<PostPiece> pieces)
    {
        var units = new List<PostUnit>();
        PostPiece? title = null;
        var section = 0;
        foreach (var (place, piece) in pieces.Index())
        {
            // A title with nothing below it is said for its own sake.
            if (piece is PostPiece.Section && place + 1 < pieces.Count && pieces[place + 1] is not PostPiece.Section)
            {
                (title, section) = (piece, section + 1);
            }
            else if (piece.Continues && units.Count > 0 && units[^1].Section == section)
            {
                units[^1] = units[^1] with { Pieces = [.. units[^1].Pieces, piece] };
            }
            else
            {
                units.Add(new PostUnit(units.Count, section, title, [piece]));
            }
        }

        return units;
    }
}
