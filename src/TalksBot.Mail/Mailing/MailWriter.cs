using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using MimeKit;
using TalksBot.Chat.Posting;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Mail.Mailing;

/// <summary>Writes posts as mails: plain text, and the same in simple HTML in which everything that people typed is escaped.</summary>
internal static class MailWriter
{
    /// <summary>Longer subjects are cut by whoever shows them.</summary>
    private const int LongestSubject = 150;

    /// <summary>Writes a mail.</summary>
    /// <param name="post">What to say.</param>
    /// <param name="from">Where it comes from.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="id">Its name.</param>
    /// <param name="replaces">The name of the mail in whose place it stands; null where it stands in none's.</param>
    public static MimeMessage Write(OutgoingPost post, string from, string to, string id, string? replaces)
    {
        var mail = new MimeMessage { Subject = Subject(post.Post), MessageId = id };
        mail.From.Add(new MailboxAddress("TalksBot", from));
        mail.To.Add(new MailboxAddress("", to));
        mail.Date = post.DueAt.ToDateTimeOffset();

        // RFC 3834: no holiday notice answers it.
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var notice = replaces is null ? null : "This stands in place of an earlier mail, which does not hold any more.";
        if (replaces is not null)
        {
            mail.InReplyTo = replaces;
            mail.References.Add(replaces);
        }

        mail.Body = new MultipartAlternative { Part("plain", Text(post, notice)), Part("html", Html(post, notice)) };
        return mail;
    }

    /// <summary>The name of a post's mail: the same however often it is sent, so that whoever gets it twice can tell.</summary>
    /// <param name="key">What tells it apart.</param>
    /// <param name="from">Where it comes from.</param>
    public static string IdOf(string key, string from) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}@{from[(from.IndexOf('@', StringComparison.Ordinal) + 1)..]}";

    private static string Subject(Post post)
    {
        var title = new string([.. post.Title.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)]).Trim();
        return title.Length <= LongestSubject ? title : $"{title[..(char.IsHighSurrogate(title[LongestSubject - 2]) ? LongestSubject - 2 : LongestSubject - 1)]}…";
    }

    private static TextPart Part(string subtype, string text)
    {
        var part = new TextPart(subtype);
        part.SetText(Encoding.UTF8, text);
        part.ContentTransferEncoding = ContentEncoding.QuotedPrintable;
        return part;
    }

    private static string Text(OutgoingPost post, string? notice) => $"{(notice is null ? "" : $"{notice}\n\n")}{PostText.Write(post.Post)}\n\n{PostReference.Of(post)}\n";

    private static string Html(OutgoingPost outgoing, string? notice)
    {
        var post = outgoing.Post;
        var html = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body style=\"font-family: sans-serif\">\n");
        if (notice is not null)
        {
            html.Append("<p><em>").Append(Plain(notice)).Append("</em></p>\n");
        }

        html.Append("<h2>").Append(Plain(post.Title)).Append("</h2>\n");
        foreach (var piece in post.Pieces)
        {
            html.Append(Of(piece)).Append('\n');
        }

        return html.Append("<p><small>").Append(Plain(PostReference.Of(outgoing))).Append("</small></p>\n</body></html>\n").ToString();
    }

    private static string Of(PostPiece piece) => piece switch
    {
        PostPiece.Line line => $"<p>{Plain(line.Text)}</p>",
        PostPiece.Moment moment => $"<p>{Plain(moment.Written)}</p>",
        PostPiece.Quote quote => $"<blockquote>“{Plain(quote.Text)}”{(string.IsNullOrWhiteSpace(quote.Attribution) ? "" : $" – {Plain(quote.Attribution)}")}{Source(quote.Source)}</blockquote>",
        PostPiece.Sourced sourced => $"<p>{Plain(sourced.Text)}{Source(sourced.To)}</p>",
        PostPiece.Field field => $"<p><b>{Plain(field.Name)}:</b> {Plain(field.Whole ?? field.Value)}</p>",
        PostPiece.Section section => $"<h3>{Plain(section.Title)}</h3>",
        PostPiece.Struck struck => $"<p><del>{Plain(struck.Text)}</del> (does not hold any more)</p>",
        PostPiece.Link link => $"<p>{Plain(link.Text)}{Source(link.Url)}</p>",
        PostPiece.Audience audience => $"<p>{Plain(PostText.Write(audience))}</p>",
        _ => throw new UnreachableException(),
    };

    private static string Source(Uri? address) => address is { Scheme: "https" or "http" }
        ? $" · <a href=\"{WebUtility.HtmlEncode(address.AbsoluteUri)}\">{WebUtility.HtmlEncode(address.Host)}</a>"
        : "";

    private static string Plain(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);
}
