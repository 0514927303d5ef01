namespace TalksBot.Core.Posts;

/// <summary>How a post already shown is marked when what it says does not hold any more. Pure.</summary>
public static class PostMarks
{
    private const string CorrectedLabel = "CORRECTED";
    private const string KilledLabel = "KILLED";
    private const string UndoneLabel = "UNDONE";

    /// <summary>The account's words struck, with a link to what corrects them.</summary>
    /// <param name="post">The post as shown.</param>
    /// <param name="account">The update's number, such as <c>#1</c>.</param>
    /// <param name="see">Where the right words are.</param>
    public static Post Corrected(Post post, string account, PostPiece.Link see) => post with
    {
        Heading = Labelled(CorrectedLabel, post.Heading),
        Pieces =
        [
            see with { Account = account },
            .. post.Pieces.Where(piece => piece is not PostPiece.Link || piece.Account != account).Select(piece => piece.Account == account && piece is not PostPiece.Moment ? Strike(piece) : piece),
        ],
    };

    /// <summary>The account's words as they read now, in a post that nobody has seen yet.</summary>
    /// <param name="post">The post as it was going to be.</param>
    /// <param name="account">The update's number.</param>
    /// <param name="quote">The account where it is quoted.</param>
    /// <param name="line">The account where it is told in a line.</param>
    public static Post Reworded(Post post, string account, PostPiece.Quote quote, string line) => post with
    {
        Pieces =
        [
            .. post.Pieces.Select(piece => (piece.Account == account, piece) switch
            {
                (true, PostPiece.Quote) => quote,
                (true, PostPiece.Line) => new PostPiece.Line(line) { Account = account },
                _ => piece,
            }),
        ],
    };

    /// <summary>The account's words gone; a sentence stands in their place, and nobody is asked about it any more.</summary>
    /// <param name="post">The post as shown.</param>
    /// <param name="account">The update's number.</param>
    /// <param name="notice">What stands in their place.</param>
    public static Post Killed(Post post, string account, string notice)
    {
        var left = post.Pieces.Where(piece => piece.Account != account).ToList();
        return left.Count == post.Pieces.Count
            ? post
            : post with
            {
                Heading = Labelled(KilledLabel, post.Heading),
                Pieces = [new PostPiece.Line(notice), .. left],
                Buttons = [.. post.Buttons.Where(button => !button.Command.EndsWith($" update:{account}", StringComparison.Ordinal))],
            };
    }

    /// <summary>Everything struck: whoever caused the post took that back.</summary>
    /// <param name="post">The post as shown.</param>
    /// <param name="notice">Who took it back, and when.</param>
    public static Post Undone(Post post, string notice) => post with
    {
        Heading = Labelled(UndoneLabel, post.Heading),
        Pieces = [new PostPiece.Line(notice), .. post.Pieces.Select(Strike)],
        Buttons = [],
        Mention = null,
    };

    /// <summary>One of several news struck: whoever caused it took it back.</summary>
    /// <param name="post">The post as shown.</param>
    /// <param name="account">The record it tells of, such as <c>#1</c> or <c>D2</c>.</param>
    /// <param name="notice">Who took it back, and when.</param>
    public static Post Undone(Post post, string account, string notice) => post with
    {
        Heading = Labelled($"{UndoneLabel} IN PART", post.Heading),
        Pieces = [new PostPiece.Line($"{account}: {notice}"), .. post.Pieces.Select(piece => piece.Account == account ? Strike(piece) : piece)],
    };

    /// <summary>The post with a line below it and without the buttons that this answers.</summary>
    public static Post Answered(Post post, string line) => post with { Pieces = [.. post.Pieces, new PostPiece.Line(line)], Buttons = [] };

    /// <summary>True once everything in it was struck because it was taken back; nothing makes it hold again.</summary>
    public static bool IsUndone(Post post) => post.Heading.Split(" · ").TakeWhile(IsMark).Contains(UndoneLabel);

    /// <summary>The post under the labels of the marks that it still bears.</summary>
    /// <param name="post">The post, from which a mark may have been removed.</param>
    /// <param name="isKilled">True while it says of something that it was killed.</param>
    public static Post Relabelled(Post post, bool isKilled)
    {
        var parts = post.Heading.Split(" · ");
        var isCorrected = post.Pieces.Any(piece => piece is PostPiece.Link { Account: not null });
        var held = parts.Where((part, place) => parts.Take(place + 1).All(IsMark) ? part switch
        {
            CorrectedLabel => isCorrected,
            KilledLabel => isKilled,
            _ => true,
        } : true);
        return post with { Heading = string.Join(" · ", held) };
    }

    private static bool IsMark(string part) => part is CorrectedLabel or KilledLabel || part.StartsWith(UndoneLabel, StringComparison.Ordinal);

    private static string Labelled(string label, string heading) =>
        heading.StartsWith($"{label} · ", StringComparison.Ordinal) ? heading : $"{label} · {heading}";

    private static PostPiece Strike(PostPiece piece) => piece is PostPiece.Struck or PostPiece.Section
        ? piece
        : new PostPiece.Struck(PostText.Write(piece)) { Account = piece.Account };
}
