namespace TalksBot.Core.Posts;

/// <summary>Takes one change of a post back while what was changed of it since stands. Pure.</summary>
public static class PostReversal
{
    /// <summary>
    /// The post as it would read had it never been changed so. What a later change has replaced is left to that change, and so is
    /// the heading, whose labels tell of all changes.
    /// </summary>
    /// <param name="shown">The post as it reads now.</param>
    /// <param name="before">How it read before the change.</param>
    /// <param name="after">How it read after the change.</param>
    public static Post Without(Post shown, Post before, Post after)
    {
        if (SameWords(shown, after))
        {
            return before with { InReplyTo = shown.InReplyTo };
        }

        var pieces = shown.Pieces.ToList();
        var common = Common(before.Pieces, after.Pieces);
        var (was, now) = (0, 0);
        foreach (var (inBefore, inAfter) in common.Append((before.Pieces.Count, after.Pieces.Count)))
        {
            Return(pieces, [.. before.Pieces.Take(inBefore).Skip(was)], after.Pieces, now, inAfter);
            (was, now) = (inBefore + 1, inAfter + 1);
        }

        return shown with
        {
            Pieces = pieces,
            Buttons = shown.Buttons.SequenceEqual(after.Buttons) ? before.Buttons : shown.Buttons,
            Mention = shown.Mention == after.Mention ? before.Mention : shown.Mention,
            DiffersFrom = shown.DiffersFrom.SequenceEqual(after.DiffersFrom) ? before.DiffersFrom : shown.DiffersFrom,
            Severity = shown.Severity == after.Severity ? before.Severity : shown.Severity,
        };
    }

    /// <summary>
    /// The post with what was written of it first as it would be written now; its label, its marks, and what became of it since, stay.
    /// </summary>
    /// <param name="shown">The post as it reads now.</param>
    /// <param name="was">How it was written.</param>
    /// <param name="anew">How it would be written.</param>
    /// <param name="heading">What its heading says from now on.</param>
    public static Post Rewritten(Post shown, Post was, Post anew, string heading) => shown with
    {
        Heading = heading,
        Pieces = Without(shown, anew, was).Pieces,
        Buttons = shown.Buttons.SequenceEqual(was.Buttons) ? anew.Buttons : shown.Buttons,
    };

    /// <summary>True when both show the same words and buttons, whatever has become known of where their links lead.</summary>
    public static bool SameWords(Post one, Post other) =>
        one.Title == other.Title && one.Severity == other.Severity && one.Buttons.SequenceEqual(other.Buttons)
        && one.Pieces.Count == other.Pieces.Count && one.Pieces.Zip(other.Pieces).All(pair => Same(pair.First, pair.Second));

    /// <summary>Puts the old pieces where the new ones are, or behind what stood before them where the change only took away.</summary>
    private static void Return(List<PostPiece> pieces, List<PostPiece> old, IReadOnlyList<PostPiece> after, int from, int to)
    {
        var fresh = after.Take(to).Skip(from).ToList();
        var at = Behind(pieces, after.Take(from));
        if (fresh.Count > 0)
        {
            var found = fresh.Select(piece => pieces.FindIndex(known => Same(known, piece))).Where(index => index >= 0).ToList();
            if (found.Count == 0)
            {
                return;
            }

            at = found.Min();
            fresh.ForEach(piece => Remove(pieces, piece));
        }

        pieces.InsertRange(Math.Min(at, pieces.Count), old);
    }

    private static void Remove(List<PostPiece> pieces, PostPiece piece)
    {
        var index = pieces.FindIndex(known => Same(known, piece));
        if (index >= 0)
        {
            pieces.RemoveAt(index);
        }
    }

    private static int Behind(List<PostPiece> pieces, IEnumerable<PostPiece> earlier) => earlier
        .Reverse()
        .Select(piece => pieces.FindLastIndex(known => Same(known, piece) || (piece.Account is not null && known.Account == piece.Account)) + 1)
        .FirstOrDefault(index => index > 0);

    /// <summary>Where the pieces stand that both have, in order: the longest such run of them.</summary>
    private static List<(int InBefore, int InAfter)> Common(IReadOnlyList<PostPiece> before, IReadOnlyList<PostPiece> after)
    {
        var longest = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                longest[i, j] = Same(before[i], after[j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var common = new List<(int InBefore, int InAfter)>();
        for (var (i, j) = (0, 0); i < before.Count && j < after.Count;)
        {
            if (Same(before[i], after[j]))
            {
                common.Add((i++, j++));
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }

    /// <summary>A link is the same once the message it leads to is known.</summary>
    private static bool Same(PostPiece one, PostPiece other) => (one, other) switch
    {
        (PostPiece.Link left, PostPiece.Link right) => left with { MessageId = null } == right with { MessageId = null },
        _ => one == other,
    };
}
