using System.Diagnostics;
using TalksBot.Core.Text;

namespace TalksBot.Core.Posts;

/// <summary>The first line of a post, put together from its parts when it is shown. Nothing reads it back. Pure.</summary>
public static class PostTitle
{
    private const string Joint = " · ";

    /// <summary>As in <c>CORRECTED · URGENT · US–Japan autos (US)</c> or <c>FLASH · ACCOUNTS DIFFER on #1 · US–Japan autos</c>.</summary>
    public static string Of(Post post) =>
        string.Join(Joint, [.. post.Marks.Select(Words), .. Parts(post.Label), .. Parts(Differs(post)), .. Parts(post.Heading)]);

    /// <summary>The first line with the news itself behind it, where the post is news: what a notification shows.</summary>
    /// <returns>The line, and whether the words of the first quote stand in it.</returns>
    public static (string Line, PostPiece.Quote? Told) Lead(Post post)
    {
        var title = Of(post);
        return post is { LeadsWithWords: true, DiffersFrom: [], Pieces: [PostPiece.Quote quote, ..] } && title.Length > 0
            ? ($"{title}: “{quote.Text}”", quote)
            : (title, null);
    }

    /// <summary>The body beside <see cref="Lead"/>: what stands in the line already is not said again.</summary>
    /// <param name="post">The post.</param>
    /// <param name="told">The quote whose words the line shows; null for none.</param>
    public static IReadOnlyList<PostPiece> Rest(Post post, PostPiece.Quote? told) =>
        told is null ? post.Pieces : [.. Said(told), .. post.Pieces.Skip(1)];

    private static IEnumerable<PostPiece> Said(PostPiece.Quote told) => (told.Attribution.Length, told.Source) switch
    {
        (_, { } link) => [new PostPiece.Sourced($"– {told.Attribution}", link) { Account = told.Account }],
        (0, _) => [],
        _ => [new PostPiece.Line($"– {told.Attribution}") { Account = told.Account }],
    };

    private static string Differs(Post post) => post.DiffersFrom.Count == 0 ? "" : $"ACCOUNTS DIFFER on {Typography.And(post.DiffersFrom)}";

    private static IEnumerable<string> Parts(string part) => part.Length == 0 ? [] : [part];

    private static string Words(PostMark mark) => mark switch
    {
        PostMark.Corrected => "CORRECTED",
        PostMark.Killed => "KILLED",
        PostMark.Undone => "UNDONE",
        PostMark.UndoneInPart => "UNDONE IN PART",
        PostMark.Ended => "NO LONGER KEPT UP TO DATE",
        _ => throw new UnreachableException(),
    };
}
