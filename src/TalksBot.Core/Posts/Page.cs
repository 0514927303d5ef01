using TalksBot.Core.Text;

namespace TalksBot.Core.Posts;

/// <summary>Some of a list, in the order they are shown: newest and weightiest first.</summary>
/// <param name="Items">The rows of the page.</param>
/// <param name="Skipped">How many rows stand on the pages before.</param>
/// <param name="Total">How many rows the list has.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Skipped, int Total)
{
    /// <summary>How many rows come after.</summary>
    public int Left => Math.Max(0, Total - Skipped - Items.Count);

    /// <summary>The line that counts the rows after these; nothing on the last page.</summary>
    public IEnumerable<PostPiece> Rest => Left == 0 ? [] : [new PostPiece.Line(Typography.More(Left)) { Weight = PieceWeight.Essential }];
}

/// <summary>Cuts pages.</summary>
public static class Page
{
    /// <summary>Some of a list that is at hand.</summary>
    public static Page<T> Of<T>(IEnumerable<T> all, int skipped, int size)
    {
        var list = all.ToList();
        return new([.. list.Skip(skipped).Take(size)], skipped, list.Count);
    }
}
