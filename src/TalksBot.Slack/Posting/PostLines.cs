using System.Diagnostics;
using NodaTime.Text;
using TalksBot.Core.Posts;
using TalksBot.Slack.Wire.Models;

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
        PostPiece.Moment moment => [PostLine.Of($"{CleanText.OneLine(moment.Written)} · ".TrimStart(' ', '·')).And(Counting(moment.At))],
        PostPiece.Quote quote => Lines(Quoted(quote)).Select(PostLine.Quoted),
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
        var line = PostLine.Bold("To", ChannelNames.None);
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
        : PostLine.Bold($"{name}:", ChannelNames.None).And(PostLine.Of($" {value}".TrimEnd(), addresses.Channels));

    private static PostLine Link(string text, Uri? to) => to is null || text.Length == 0 ? PostLine.Of(text) : PostLine.Leading(text, to);

    private static string Quoted(PostPiece.Quote quote) =>
        string.IsNullOrWhiteSpace(quote.Attribution) ? $"“{quote.Text}”" : $"“{quote.Text}” – {quote.Attribution}";

    /// <summary>The same moment in the reader's own zone, and how far away it is (slack.md §11).</summary>
    private static RichTextElement Counting(Instant at) => new("date")
    {
        Timestamp = at.ToUnixTimeSeconds(),
        Format = "{date_short_pretty} {time} ({ago})",
        Fallback = Utc.Format(at),
    };
}
