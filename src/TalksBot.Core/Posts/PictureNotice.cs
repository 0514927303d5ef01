namespace TalksBot.Core.Posts;

/// <summary>Words whose picture could not be shown go without it, and say so.</summary>
public static class PictureNotice
{
    /// <summary>What stands in the picture's place.</summary>
    public const string Text = "The picture could not be shown here; the words say the same.";

    /// <summary>The post without its picture.</summary>
    public static Post Without(Post post) => post.Picture is null ? post : post with { Picture = null, Pieces = [.. post.Pieces, new PostPiece.Line(Text)] };
}
