using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Countdowns;

/// <summary>Who covers a deadline or session, as alerts and answers say it. Pure.</summary>
public static class CoverWording
{
    /// <summary>A line that says who; none where nobody does.</summary>
    public static IEnumerable<PostPiece> Pieces(Coverage? cover) => cover is null ? [] : [new PostPiece.Field("Covered by", cover.Who)];

    /// <summary>The same where it belongs to the piece before it.</summary>
    public static IEnumerable<PostPiece> Below(Coverage? cover) => Pieces(cover).Select(piece => piece with { Continues = true });

    /// <summary>What was said, as in <c>Covered by Ben</c>.</summary>
    public static string Said(Coverage? cover) => cover is null ? "covered by nobody" : $"covered by {cover.Who}";
}
