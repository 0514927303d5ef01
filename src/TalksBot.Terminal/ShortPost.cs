using System.Globalization;
using TalksBot.Core.Posts;

namespace TalksBot.Terminal;

/// <summary>Makes a post fit: whole pieces as long as they go, then a cut one, then word that there was more.</summary>
internal static class ShortPost
{
    /// <summary>The post with at most so many characters, as <see cref="PostText"/> writes it.</summary>
    public static Post Fit(Post post, int limit)
    {
        var whole = PostText.Write(post).Length;
        if (whole <= limit)
        {
            return post;
        }

        var notice = string.Create(CultureInfo.InvariantCulture, $"(shortened: the whole text has {whole:N0} characters)");
        var heading = Cut(post.Heading, limit - notice.Length - 1);
        var left = limit - notice.Length - 1 - heading.Length;
        var pieces = new List<PostPiece>();
        foreach (var piece in post.Pieces)
        {
            var length = PostText.Write(piece).Length + 1;
            if (length > left)
            {
                pieces.Add(new PostPiece.Line(Cut(PostText.Write(piece), Math.Max(left - 1, 0))));
                break;
            }

            pieces.Add(piece);
            left -= length;
        }

        return post with { Heading = heading, Pieces = [.. pieces.Where(NotEmpty), new PostPiece.Line(notice)] };
    }

    private static bool NotEmpty(PostPiece piece) => PostText.Write(piece).Length > 0;

    /// <summary>Never cuts a letter from its accents or an emoji in two.</summary>
    private static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > limit - 1)
            {
                break;
            }

            end = next;
        }

        return limit <= 0 ? "" : text[..end] + "…";
    }
}
