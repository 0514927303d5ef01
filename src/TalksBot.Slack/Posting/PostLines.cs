using System.Diagnostics;
using NodaTime.Text;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>The pieces of a post as lines.</summary>
/// <param name="addresses">Where the messages are that a post points to.</param>
internal sealed class PostLines(MessageLinks addresses)
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("d MMM uuuu HH:mm 'UTC'");

    /// <summary>The lines, top-down.</summary>
    public IEnumerable<PostLine> Of(IEnumerable<PostPiece> pieces) => pieces.SelectMany((piece, n) => Of(piece, isFirst: n == 0));

    private IEnumerable<PostLine> Of(PostPiece piece, bool isFirst) => piece switch
    {
        PostPiece.Line line => Lines(line.Text).Select(text => PostLine.Of(text, addresses.Channels)),
        PostPiece.Moment moment => [PostLine.Of($"{CleanText.OneLine(moment.Written)} · ".TrimStart(' ', '·')).And(Counting(moment.At))],
        PostPiece.Quote { Source: { } source } quote => Leading(Lines(PostText.Write(quote with { Source = null })).Select(PostLine.Quoted), source),
        PostPiece.Quote quote => Lines(PostText.Write(quote)).Select(PostLine.Quoted),
        PostPiece.Sourced sourced => Leading(Lines(sourced.Text).Select(text => PostLine.Of(text, addresses.Channels)), sourced.To),
        PostPiece.Field field => [Field(CleanText.OneLine(field.Name), CleanText.OneLine(field.Value))],
        PostPiece.Struck struck => Lines(struck.Text).Select(line => line.Trim()).Where(line => line.Length > 0).Select(PostLine.Struck),
        PostPiece.Link link => [Link(CleanText.OneLine(link.Text), link.Url ?? addresses.Of(link.MessageId))],
        PostPiece.Audience audience => isFirst ? [To(audience)] : [PostLine.Gap, To(audience)],
        PostPiece.Section section => isFirst ? [Title(section)] : [PostLine.Gap, Title(section)],
        _ => throw new UnreachableException(),
    };

    private static string[] Lines(string text) => CleanText.Of(text).Split('\n');

    private PostLine Title(PostPiece.Section section) => PostLine.Bold(CleanText.OneLine(section.Title), addresses.Channels);

    private static PostLine To(PostPiece.Audience audience)
    {
        var line = PostLine.Bold("To", NativeNames.None);
        var separator = " ";
        foreach (var channel in audience.Near)
        {
            line = line.And(RichTextElement.Words(separator), SlackPlace.Read(channel) is { } place ? RichTextElement.Channel(place.Channel) : RichTextElement.Words($"{channel}"));
            separator = ", ";
        }

        return audience.Far.Count == 0 ? line : line.And(RichTextElement.Words(separator + string.Join(", ", audience.Far)));
    }

    private PostLine Field(string name, string value) => name.Length == 0
        ? PostLine.Of(value, addresses.Channels)
        : PostLine.Bold($"{name}:", NativeNames.None).And(PostLine.Of($" {value}".TrimEnd(), addresses.Channels));

    /// <summary>The lines with the site behind them, which leads to where it was said.</summary>
    private static IEnumerable<PostLine> Leading(IEnumerable<PostLine> lines, Uri source)
    {
        var all = lines.ToList();
        return [.. all.SkipLast(1), all[^1].And(RichTextElement.Words(" · "), RichTextElement.Link(source.AbsoluteUri, SourceLink.Site(source)))];
    }

    private static PostLine Link(string text, Uri? to) => to is null || text.Length == 0 ? PostLine.Of(text) : PostLine.Leading(text, to);

    /// <summary>The same moment in the reader's own zone, and how far away it is (slack.md §11).</summary>
    private static RichTextElement Counting(Instant at) => new("date")
    {
        Timestamp = at.ToUnixTimeSeconds(),
        Format = "{date_short_pretty} {time} ({ago})",
        Fallback = Utc.Format(at),
    };
}

/// <summary>One line of a post's body, as Slack shows it letter by letter: what people typed cannot become markup in it.</summary>
/// <param name="Parts">Words, addresses, channels and moments, without line breaks.</param>
/// <param name="IsQuote">It stands in a quotation.</param>
internal sealed record PostLine(IReadOnlyList<RichTextElement> Parts, bool IsQuote = false)
{
    /// <summary>What a channel or a moment takes up on the screen, roughly.</summary>
    private const int LengthOfOther = 40;

    private static readonly RichTextStyle BoldStyle = new(Bold: true);
    private static readonly RichTextStyle StruckStyle = new(Strike: true);

    /// <summary>An empty line.</summary>
    public static PostLine Gap { get; } = new([]);

    /// <summary>How much room it takes; Slack counts what it escapes.</summary>
    public int Length => Parts.Sum(LengthOf);

    /// <summary>Words alone, in which addresses lead where they say.</summary>
    public static PostLine Of(string clean) => Of(clean, NativeNames.None);

    /// <summary>The same with channels by their names.</summary>
    public static PostLine Of(string clean, NativeNames channels) => new([.. Words(clean, null, channels)]);

    /// <summary>The same in bold.</summary>
    public static PostLine Bold(string clean, NativeNames channels) => new([.. Words(clean, BoldStyle, channels)]);

    /// <summary>Words that do not hold any more.</summary>
    public static PostLine Struck(string clean) => new([.. Words(clean, StruckStyle, NativeNames.None)]);

    /// <summary>A line of a quotation.</summary>
    public static PostLine Quoted(string clean) => Of(clean) with { IsQuote = true };

    /// <summary>Words that lead somewhere.</summary>
    public static PostLine Leading(string clean, Uri to) => new([RichTextElement.Link(to.AbsoluteUri, clean)]);

    /// <summary>The line with more behind it.</summary>
    public PostLine And(params IEnumerable<RichTextElement> more) => this with { Parts = [.. Parts, .. more] };

    /// <summary>The line with another behind it.</summary>
    public PostLine And(PostLine more) => And(more.Parts);

    /// <summary>As much of the line as there is room for, ending in … where it was cut.</summary>
    public PostLine Shorten(int room)
    {
        if (Length <= room)
        {
            return this;
        }

        var begun = Split(room - 1).Begun;
        return room < 1 ? Gap with { IsQuote = IsQuote } : begun.And(RichTextElement.Words("…"));
    }

    /// <summary>As much of the line as there is room for, and the line that is left; only words are cut.</summary>
    public (PostLine Begun, PostLine Left) Split(int room)
    {
        List<RichTextElement> begun = [];
        for (var n = 0; n < Parts.Count; n++)
        {
            var part = Parts[n];
            if (LengthOf(part) <= room)
            {
                begun.Add(part);
                room -= LengthOf(part);
                continue;
            }

            // An address longer than any room has to be cut too, and then leads nowhere.
            var text = part.Text ?? part.Url ?? "";
            var left = Markup.Write(text, room).Left;
            var (head, tail) = (text[..^left.Length], RichTextElement.Words(left, part.Style));
            if (head.Length > 0)
            {
                begun.Add(RichTextElement.Words(head, part.Style));
            }

            return (this with { Parts = begun }, this with { Parts = left.Length == 0 ? [.. Parts.Skip(n + 1)] : [tail, .. Parts.Skip(n + 1)] });
        }

        return (this with { Parts = begun }, this with { Parts = [] });
    }

    private static IEnumerable<RichTextElement> Words(string clean, RichTextStyle? style, NativeNames channels) =>
        from run in WebAddress.Parts(clean)
        from element in run.IsAddress ? [RichTextElement.Link(run.Text, style: style)] : channels.Read(run.Text, style)
        select element;

    private static int LengthOf(RichTextElement part) => part.Type is "text" or "link" ? Markup.Escape($"{part.Text}{part.Url}").Length : LengthOfOther;
}
