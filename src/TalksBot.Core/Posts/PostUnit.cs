namespace TalksBot.Core.Posts;

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
