namespace TalksBot.Core.Posts;

/// <summary>How a post already shown is marked when what it says does not hold any more. Pure.</summary>
public static class PostMarks
{
    /// <summary>The account's words struck, with a link to what corrects them.</summary>
    /// <param name="post">The post as shown.</param>
    /// <param name="account">The update's number, such as <c>#1</c>.</param>
    /// <param name="see">Where the right words are.</param>
    public static Post Corrected(Post post, string account, PostPiece.Link see) => Marked(post, PostMark.Corrected, account) with
    {
        Pieces =
        [
            see with { Account = account },
            .. post.Pieces.Where(piece => piece is not PostPiece.Link || piece.Account != account).Select(piece => piece.Account == account && piece is not PostPiece.Moment ? Strike(piece) : piece),
        ],
    };

    /// <summary>The account's words with the right link in place of the wrong one, and a link to what says so.</summary>
    /// <param name="post">The post as shown.</param>
    /// <param name="account">The update's number.</param>
    /// <param name="see">Where that is said.</param>
    /// <param name="link">Where the words were said; null where no address is known any more.</param>
    public static Post Relinked(Post post, string account, PostPiece.Link see, Uri? link) => Marked(post, PostMark.Corrected, account) with
    {
        Pieces =
        [
            see with { Account = account },
            .. post.Pieces.Where(piece => piece is not PostPiece.Link || piece.Account != account).Select(piece => (piece.Account == account, piece) switch
            {
                (true, PostPiece.Quote quote) => quote with { Source = link },
                (true, PostPiece.Sourced sourced) => link is null ? new PostPiece.Line(sourced.Text) { Account = account, Weight = sourced.Weight, Continues = sourced.Continues } : sourced with { To = link },
                _ => piece,
            }),
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
                (true, PostPiece.Line or PostPiece.Sourced) => new PostPiece.Line(line) { Account = account },
                _ => piece,
            }),
        ],
    };

    /// <summary>
    /// The account's words gone; a sentence stands in their place, and nobody is asked about it any more. Only a post that tells
    /// of nothing else is called killed.
    /// </summary>
    /// <param name="post">The post as shown.</param>
    /// <param name="account">The update's number.</param>
    /// <param name="notice">What stands in their place.</param>
    public static Post Killed(Post post, string account, string notice)
    {
        if (post.Pieces.All(piece => piece.Account != account))
        {
            return post;
        }

        var word = new PostPiece.Line(notice) { Tells = PostMark.Killed };
        var left = post.Pieces.Where(piece => piece.Account != account).ToList();
        var isOwn = post.Own == account;
        return Marked(post, PostMark.Killed, account) with
        {
            Severity = isOwn ? Severity.Withdrawn : post.Severity,
            DiffersFrom = isOwn ? [] : [.. post.DiffersFrom.Where(other => other != account)],
            Pieces = isOwn || post.Own is null ? [word, .. left] : [.. left, word],
            Buttons = [.. post.Buttons.Where(button => !button.Command.EndsWith($" update:{account}", StringComparison.Ordinal))],
        };
    }

    /// <summary>Everything struck: whoever caused the post took that back.</summary>
    /// <param name="post">The post as shown.</param>
    /// <param name="notice">Who took it back, and when.</param>
    public static Post Undone(Post post, string notice) => Labelled(post, PostMark.Undone) with
    {
        Pieces = [new PostPiece.Line(notice), .. post.Pieces.Select(Strike)],
        Buttons = [],
        Mention = null,
    };

    /// <summary>One of several news struck: whoever caused it took it back.</summary>
    /// <param name="post">The post as shown.</param>
    /// <param name="account">The record it tells of, such as <c>#1</c> or <c>D2</c>.</param>
    /// <param name="notice">Who took it back, and when.</param>
    public static Post Undone(Post post, string account, string notice) => Labelled(post, PostMark.UndoneInPart) with
    {
        DiffersFrom = [.. post.DiffersFrom.Where(other => other != account)],
        Pieces = [new PostPiece.Line($"{account}: {notice}"), .. post.Pieces.Select(piece => piece.Account == account ? Strike(piece) : piece)],
    };

    /// <summary>The post with a line below it and without the buttons that ask whether it was seen.</summary>
    public static Post Answered(Post post, string line) => post with
    {
        Pieces = [.. post.Pieces, new PostPiece.Line(line)],
        Buttons = [.. post.Buttons.Where(button => !button.AsksForWord)],
    };

    /// <summary>True once everything in it was struck because it was taken back; nothing makes it hold again.</summary>
    public static bool IsUndone(Post post) => post.Marks.Contains(PostMark.Undone);

    /// <summary>The post without the marks that nothing in it bears out any more.</summary>
    /// <param name="post">The post, from which what a mark told of may have been removed.</param>
    public static Post Relabelled(Post post)
    {
        var isCorrected = post.Pieces.Any(piece => piece is PostPiece.Link { Account: not null });
        var isKilled = post.Pieces.Any(piece => piece.Tells is PostMark.Killed);
        return post with
        {
            Marks =
            [
                .. post.Marks.Where(mark => mark switch
                {
                    PostMark.Corrected => isCorrected,
                    PostMark.Killed => isKilled,
                    _ => true,
                }),
            ],
        };
    }

    /// <summary>A label tells of the post's own news: one about another number would be untrue.</summary>
    private static Post Marked(Post post, PostMark mark, string account) => post.Own == account ? Labelled(post, mark) : post;

    private static Post Labelled(Post post, PostMark mark) => post.Marks is [var first, ..] && first == mark ? post : post with { Marks = [mark, .. post.Marks] };

    private static PostPiece Strike(PostPiece piece) => piece is PostPiece.Struck or PostPiece.Section
        ? piece
        : new PostPiece.Struck(PostText.Write(piece)) { Account = piece.Account };
}

/// <summary>What became of a post since it was shown. Numbers are stored: never renumber.</summary>
public enum PostMark
{
    /// <summary>What it says was put right.</summary>
    Corrected = 1,

    /// <summary>What it said was withdrawn.</summary>
    Killed = 2,

    /// <summary>Whoever caused it took it back.</summary>
    Undone = 3,

    /// <summary>Whoever caused one of its several news took that back.</summary>
    UndoneInPart = 4,

    /// <summary>Nobody keeps it up to date any more.</summary>
    Ended = 5,
}
