using TalksBot.Core.Text;

namespace TalksBot.Core.Posts;

/// <summary>How many lines a post takes on a phone, which is what its budget is counted in. Pure.</summary>
public static class PhoneLines
{
    /// <summary>The characters of a line.</summary>
    public const int Width = 40;

    /// <summary>The lines of a whole post, its first line included.</summary>
    public static int Of(Post post)
    {
        var (lead, told) = PostTitle.Lead(post);
        return Of(lead) + Of(PostTitle.Rest(post, told));
    }

    /// <summary>The lines of some pieces; what is struck is shown as struck, without words for it.</summary>
    public static int Of(IEnumerable<PostPiece> pieces) =>
        pieces.Sum(piece => Of(Shown(piece)));

    /// <summary>An address is shown by its site.</summary>
    private static string Shown(PostPiece piece) => piece switch
    {
        PostPiece.Struck struck => struck.Text,
        PostPiece.Quote { Source: { } link } quote => $"{PostText.Write(quote with { Source = null })} · {SourceLink.Site(link)}",
        PostPiece.Sourced sourced => $"{sourced.Text} · {SourceLink.Site(sourced.To)}",
        _ => PostText.Write(piece),
    };

    /// <summary>The lines of a text, broken between words.</summary>
    public static int Of(string text) => text.Split('\n').Sum(OfLine);

    private static int OfLine(string text)
    {
        var (lines, at) = (1, 0);
        foreach (var length in text.Split(' ').Select(word => word.Length))
        {
            var breaks = at > 0 && at + 1 + length > Width;
            lines += breaks ? 1 : 0;
            at = breaks || at == 0 ? length : at + 1 + length;
            lines += (at - 1) / Width;
            at = at > Width ? ((at - 1) % Width) + 1 : at;
        }

        return lines;
    }
}
