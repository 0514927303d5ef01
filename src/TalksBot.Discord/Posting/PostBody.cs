using TalksBot.Chat.Posting;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>A post as embeds: one where it fits, more where it is long, shortened where Discord holds no more.</summary>
/// <param name="Fitted">As much of the post as one message holds, and the way to the rest of it.</param>
/// <param name="Embeds">That as embeds.</param>
internal sealed record PostBody(Post Fitted, IReadOnlyList<Embed> Embeds)
{
    /// <summary>The embeds below a message's text, which says the first line; the reference stands on the last.</summary>
    /// <param name="outgoing">The post.</param>
    /// <param name="content">The text above them: what it says is not said again.</param>
    /// <param name="place">What stands before a message's id in its address, where the post points to another; null where that is not known.</param>
    public static PostBody Of(OutgoingPost outgoing, PostContent content, string? place = null)
    {
        var reference = PostReference.Of(outgoing);

        // A first line that the text above has no room for stands whole below it.
        List<PostLine> above = content.IsWhole ? [] : [new("**", CleanText.OneLine(outgoing.Post.Title), "**")];
        var fitted = PostFit.Fit(
            outgoing.Post with { Pieces = PostTitle.Rest(outgoing.Post, content.Told) },
            MessageLimits.AllText - reference.Length - above.Sum(block => block.Write().Length + 1),
            piece => Cost(piece, place));
        return new PostBody(fitted, Write(fitted, new Heading("", above), reference, outgoing.Channel.ConnectionName, place));
    }

    /// <summary>The same for a text that nobody will refer to, when the reference is empty.</summary>
    /// <param name="post">The post.</param>
    /// <param name="reference">The reference; empty for none.</param>
    /// <param name="connection">The connection that shows it.</param>
    /// <param name="place">What stands before a message's id in its address; null where that is not known.</param>
    public static PostBody Of(Post post, string reference, string connection, string? place = null)
    {
        var heading = CleanText.OneLine(post.Title);
        var title = TitleOf(heading, connection);
        var isAbove = title.Length == 0 || IsCut(title, heading);
        var fitted = PostFit.Fit(
            post,
            MessageLimits.AllText - title.Length - reference.Length - (isAbove ? Markup.Escape(heading).Length + "****\n".Length : 0),
            piece => Cost(piece, place));
        var above = title.Length == 0 ? [new PostLine("**", heading, "**")] : isAbove ? new List<PostLine> { new("", heading) } : [];
        return new PostBody(fitted, Write(fitted, new Heading(title, above), reference, connection, place));
    }

    private static List<Embed> Write(Post post, Heading heading, string reference, string connection, string? place)
    {
        var (body, fields) = Fields(post.Pieces);
        var budget = MessageLimits.AllText - heading.Title.Length - reference.Length - fields.Sum(field => field.Name.Length + field.Value.Length);
        var pages = PostPages.Deal([.. heading.Above, .. PostLines.Of(body, place)], budget, PostText.ShortenedNotice(post)).Select(page => NativeNames.Write(page, connection)).ToList();
        var named = fields.ConvertAll(field => field with { Value = NativeNames.Write(field.Value, connection) });
        return Paged(pages.Count == 0 ? NoText : pages, SeverityMark.Of(post.Severity), heading.Title, reference, named);
    }

    /// <summary>The title of the first embed, and what of the heading stands above the body instead.</summary>
    private sealed record Heading(string Title, IReadOnlyList<PostLine> Above);

    private static int Cost(PostPiece piece, string? place) =>
        PostLines.Of([piece], place).Sum(block => block.Write().Length + 1) + (piece is PostPiece.Section or PostPiece.Audience ? 1 : 0);

    /// <summary>Empty where the heading shows channels or roles by their names, which a title cannot.</summary>
    private static string TitleOf(string heading, string connection) => NativeNames.AreIn(heading, connection) ? "" : Markup.Shorten(heading, MessageLimits.Title);

    private static bool IsCut(string title, string heading) => title.EndsWith('…') && !heading.EndsWith('…');

    private static readonly IReadOnlyList<string?> NoText = [null];

    private static List<Embed> Paged(IReadOnlyList<string?> pages, int? colour, string title, string reference, List<EmbedField> fields) =>
    [
        .. pages.Select((page, n) => new Embed
        {
            Title = n == 0 && title.Length > 0 ? title : null,
            Description = page,
            Color = colour,
            Fields = n == pages.Count - 1 && fields.Count > 0 ? fields : null,
            Footer = n == pages.Count - 1 && reference.Length > 0 ? new EmbedFooter(reference) : null,
        }),
    ];

    /// <summary>
    /// Fields stand below the description, so only those at the end become fields: others stay in their place as lines, and
    /// so does what is too long or empty, and the last part of a list whose other parts are lines.
    /// </summary>
    private static (IReadOnlyList<PostPiece> Body, List<EmbedField> Fields) Fields(IReadOnlyList<PostPiece> pieces)
    {
        var fields = new List<EmbedField>();
        var left = MessageLimits.AllText / 2;
        foreach (var piece in pieces.Reverse())
        {
            if (fields.Count == MessageLimits.Fields || Field(piece) is not { } field || field.Name.Length + field.Value.Length > left)
            {
                break;
            }

            fields.Insert(0, field);
            left -= field.Name.Length + field.Value.Length;
        }

        var isOfList = pieces.SkipLast(fields.Count).OfType<PostPiece.Field>().Select(field => field.Name)
            .Intersect(pieces.TakeLast(fields.Count).OfType<PostPiece.Field>().Select(field => field.Name), StringComparer.Ordinal).Any();
        return isOfList ? (pieces, []) : ([.. pieces.SkipLast(fields.Count)], fields);
    }

    private static EmbedField? Field(PostPiece piece)
    {
        if (piece is not PostPiece.Field field)
        {
            return null;
        }

        var name = Markup.Escape(CleanText.OneLine(field.Name));
        var value = Markup.Escape(CleanText.Of(field.Value).Trim());
        return name.Length is > 0 and <= MessageLimits.FieldName && value.Length is > 0 and <= MessageLimits.FieldValue
            ? new EmbedField(name, value)
            : null;
    }
}
