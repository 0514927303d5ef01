using System.Diagnostics;
using System.Globalization;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire;

namespace TalksBot.Discord.Posting;

/// <summary>The pieces of a post as lines of a description.</summary>
internal static class PostBlocks
{
    /// <summary>The lines, top-down.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="place">What stands before a message's id in its address; null where that is not known.</param>
    public static IEnumerable<TextBlock> Of(IEnumerable<PostPiece> pieces, string? place) => pieces.SelectMany((piece, n) => Of(piece, place, isFirst: n == 0));

    private static IEnumerable<TextBlock> Of(PostPiece piece, string? place, bool isFirst) => piece switch
    {
        PostPiece.Line line => Lines("", line.Text),
        PostPiece.Moment moment => [new TextBlock("", CleanText.OneLine(moment.Written), Counting(moment.At))],
        PostPiece.Quote quote => Lines("> ", Quoted(quote)),
        PostPiece.Field field => [new TextBlock(Bold(field.Name, ":") + " ", CleanText.OneLine(field.Value))],
        PostPiece.Struck struck => Lines("~~", struck.Text).Where(block => !string.IsNullOrWhiteSpace(block.Text)).Select(block => block with { Close = "~~" }),
        PostPiece.Link link => [link.Url is { } url ? new TextBlock("[", CleanText.OneLine(link.Text), $"]({url.AbsoluteUri})") : Link(CleanText.OneLine(link.Text), place, link.MessageId)],
        PostPiece.Audience audience => isFirst ? [To(audience)] : [TextBlock.Gap, To(audience)],
        PostPiece.Section section => isFirst ? [Title(section)] : [TextBlock.Gap, Title(section)],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<TextBlock> Lines(string open, string text) =>
        CleanText.Of(text).Split('\n').Select(line => new TextBlock(open, line));

    private static TextBlock Link(string text, string? place, string? message) => place is not null && Snowflake.TryParse(message, out var id)
        ? new TextBlock("[", text, $"]({place}{id})")
        : new TextBlock("", text);

    private static TextBlock Title(PostPiece.Section section) => new(Bold(section.Title, ""), "");

    /// <summary>A channel's number between <c>&lt;#</c> and <c>&gt;</c> shows as its name and leads there (discord.md §5).</summary>
    private static TextBlock To(PostPiece.Audience audience)
    {
        var near = string.Join(", ", audience.Near.Select(channel => Snowflake.TryParse(channel.Channel, out var id) ? $"<#{id}>" : Markdown.Escape($"{channel}")));
        return new TextBlock($"**To** {near}{(audience.Near.Count > 0 && audience.Far.Count > 0 ? ", " : "")}", string.Join(", ", audience.Far));
    }

    private static string Bold(string text, string close)
    {
        var marked = Markdown.Shorten(CleanText.OneLine(text), EmbedLimits.FieldName);
        return marked.Length == 0 ? close : $"**{marked}{close}**";
    }

    private static string Quoted(PostPiece.Quote quote) =>
        string.IsNullOrWhiteSpace(quote.Attribution) ? $"“{quote.Text}”" : $"“{quote.Text}” – {quote.Attribution}";

    /// <summary>The same moment in the reader's own zone, and counting by itself.</summary>
    private static string Counting(Instant at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $" · <t:{seconds}:F> (<t:{seconds}:R>)";
    }
}

/// <summary>One line of a description: clean text between markup of our own.</summary>
/// <param name="Open">Markup before the text.</param>
/// <param name="Text">The text, clean and not yet escaped, without line breaks.</param>
/// <param name="Close">Markup after the text.</param>
internal sealed record TextBlock(string Open, string Text, string Close = "")
{
    /// <summary>An empty line.</summary>
    public static TextBlock Gap { get; } = new("", "");

    /// <summary>The line as Discord takes it.</summary>
    public string Write() => $"{Open}{Markdown.Escape(Text)}{Close}";

    /// <summary>As much of the line as there is room for, ending in … where it was cut.</summary>
    public string Shorten(int room) => $"{Open}{Markdown.Shorten(Text, room - Open.Length - Close.Length)}{Close}";

    /// <summary>As much of the line as there is room for, and the line that is left.</summary>
    public (string Written, TextBlock Left) Split(int room)
    {
        var (marked, rest) = Markdown.Write(Text, room - Open.Length - Close.Length);
        return ($"{Open}{marked}{Close}", this with { Text = rest });
    }
}
