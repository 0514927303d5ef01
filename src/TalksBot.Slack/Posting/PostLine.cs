using TalksBot.Core.Posts;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

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
    public static PostLine Of(string clean) => Of(clean, ChannelNames.None);

    /// <summary>The same with channels by their names.</summary>
    public static PostLine Of(string clean, ChannelNames channels) => new([.. Words(clean, null, channels)]);

    /// <summary>The same in bold.</summary>
    public static PostLine Bold(string clean, ChannelNames channels) => new([.. Words(clean, BoldStyle, channels)]);

    /// <summary>Words that do not hold any more.</summary>
    public static PostLine Struck(string clean) => new([.. Words(clean, StruckStyle, ChannelNames.None)]);

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

    private static IEnumerable<RichTextElement> Words(string clean, RichTextStyle? style, ChannelNames channels) =>
        from run in WebAddress.Parts(clean)
        from element in run.IsAddress ? [RichTextElement.Link(run.Text, style: style)] : channels.Read(run.Text, style)
        select element;

    private static int LengthOf(RichTextElement part) => part.Type is "text" or "link" ? Markup.Escape($"{part.Text}{part.Url}").Length : LengthOfOther;
}
