using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TalksBot.Core.Posts;

/// <summary>A post as plain text, for terminals, logs of receipts and notification fallbacks.</summary>
public static class PostText
{
    /// <summary>The first line and the body, a line each; nothing twice.</summary>
    public static string Write(Post post)
    {
        var (lead, told) = PostTitle.Lead(post);
        var text = new StringBuilder(lead);
        foreach (var piece in PostTitle.Rest(post, told))
        {
            text.Append('\n').Append(Write(piece));
        }

        return text.ToString();
    }

    /// <summary>What stands where a platform holds less than the whole of a post.</summary>
    public static string ShortenedNotice(Post post) =>
        string.Create(CultureInfo.InvariantCulture, $"(shortened: the whole text has {Write(post).Length:N0} characters)");

    /// <summary>One piece as plain text.</summary>
    public static string Write(PostPiece piece) => piece switch
    {
        PostPiece.Line line => line.Text,
        PostPiece.Moment moment => moment.Written,
        PostPiece.Quote { Source: { } link } quote => $"{Write(quote with { Source = null })} · {link.AbsoluteUri}",
        PostPiece.Sourced sourced => $"{sourced.Text} · {sourced.To.AbsoluteUri}",
        PostPiece.Quote { Attribution: var said } quote => string.IsNullOrWhiteSpace(said) ? $"“{quote.Text}”" : $"“{quote.Text}” – {said}",
        PostPiece.Field field => $"{field.Name}: {field.Value}",
        PostPiece.Section section => $"{section.Title}",
        PostPiece.Struck struck => $"[does not hold any more: {struck.Text}]",
        PostPiece.Link link => link.Url is null ? link.Text : $"{link.Text} {link.Url.AbsoluteUri}",
        PostPiece.Audience audience => $"To {string.Join(", ", audience.Near.Concat(audience.Far))}",
        _ => throw new UnreachableException(),
    };
}
