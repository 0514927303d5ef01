using System.Diagnostics;
using System.Globalization;
using NodaTime.Text;
using TalksBot.Core.Posts;

namespace TalksBot.Slack.Posting;

/// <summary>The pieces of a post as lines.</summary>
/// <param name="addresses">Where the messages are that a post points to.</param>
internal sealed class PostLines(MessageAddresses addresses)
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("d MMM uuuu HH:mm 'UTC'");

    /// <summary>The lines, top-down.</summary>
    public IEnumerable<PostLine> Of(IEnumerable<PostPiece> pieces) => pieces.SelectMany((piece, n) => Of(piece, isFirst: n == 0));

    private IEnumerable<PostLine> Of(PostPiece piece, bool isFirst) => piece switch
    {
        PostPiece.Line line => Lines(line.Text).Select(text => PostLine.Of(text, addresses.Channels)),
        PostPiece.Moment moment => Moment(CleanText.OneLine(moment.Written), Counting(moment.At)),
        PostPiece.Quote quote => Lines(Quoted(quote)).Select(line => PostLine.Marked("> ", line, "", line)),
        PostPiece.Field field => [Field(CleanText.OneLine(field.Name), CleanText.OneLine(field.Value))],
        PostPiece.Struck struck => Lines(struck.Text).Select(line => line.Trim()).Where(line => line.Length > 0).Select(Struck),
        PostPiece.Link link => Link(CleanText.OneLine(link.Text), link.Url ?? addresses.Of(link.MessageId)),
        PostPiece.Audience audience => isFirst ? [To(audience)] : [PostLine.Gap, To(audience)],
        PostPiece.Section section => isFirst ? [Title(section)] : [PostLine.Gap, Title(section)],
        _ => throw new UnreachableException(),
    };

    private static string[] Lines(string text) => CleanText.Of(text).Split('\n');

    private PostLine Title(PostPiece.Section section)
    {
        var title = CleanText.OneLine(section.Title);
        return PostLine.Marked("*", title, "*", title, addresses.Channels);
    }

    /// <summary>A channel's id between <c>&lt;#</c> and <c>&gt;</c> shows as its name and leads there (slack.md §11).</summary>
    private static PostLine To(PostPiece.Audience audience)
    {
        var near = audience.Near.Select(channel => SlackPlace.Read(channel) is { } place ? $"<#{place.Channel}>" : Markup.Escape($"{channel}"));
        var far = audience.Far.Select(channel => Markup.Escape($"{channel}"));
        return PostLine.Marked("*", "To", $"* {string.Join(", ", near.Concat(far))}", PostText.Write(audience));
    }

    private PostLine Field(string name, string value) => name.Length == 0
        ? PostLine.Of(value, addresses.Channels)
        : PostLine.Marked($"*{Markup.Escape(name)}:* ", value, "", $"{name}: {value}".TrimEnd(), addresses.Channels);

    private static PostLine Struck(string line) =>
        PostLine.Marked("~", line, "~", PostText.Write(new PostPiece.Struck(line)));

    private static IEnumerable<PostLine> Moment(string written, string counting) => Markup.IsPlain(written)
        ? [PostLine.Marked("", written, $" · {counting}", written)]
        : [PostLine.Of(written), PostLine.Only(counting)];

    /// <summary>A label with a bar in it would end where the bar is.</summary>
    private static IEnumerable<PostLine> Link(string text, Uri? to) => (to, text) switch
    {
        (null, _) or (_, "") => [PostLine.Of(text)],
        var (address, label) when Markup.IsPlain(label) && !label.Contains('|', StringComparison.Ordinal) =>
            [PostLine.Marked($"<{Markup.Escape(address.AbsoluteUri)}|", label, ">", label)],
        var (address, label) => [PostLine.Of(label), PostLine.Only($"<{Markup.Escape(address.AbsoluteUri)}|Go there>")],
    };

    private static string Quoted(PostPiece.Quote quote) =>
        string.IsNullOrWhiteSpace(quote.Attribution) ? $"“{quote.Text}”" : $"“{quote.Text}” – {quote.Attribution}";

    /// <summary>The same moment in the reader's own zone, and how far away it is (slack.md §11).</summary>
    private static string Counting(Instant at) => string.Create(
        CultureInfo.InvariantCulture,
        $"<!date^{at.ToUnixTimeSeconds()}^{{date_short_pretty}} {{time}} ({{ago}})|{Utc.Format(at)}>");
}
