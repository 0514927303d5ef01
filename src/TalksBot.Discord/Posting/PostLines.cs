using System.Diagnostics;
using System.Globalization;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire;

namespace TalksBot.Discord.Posting;

/// <summary>The pieces of a post as lines of a description.</summary>
internal static class PostLines
{
    /// <summary>The lines, top-down.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="place">What stands before a message's id in its address; null where that is not known.</param>
    public static IEnumerable<PostLine> Of(IEnumerable<PostPiece> pieces, string? place) => pieces.SelectMany((piece, n) => Of(piece, place, isFirst: n == 0));

    private static IEnumerable<PostLine> Of(PostPiece piece, string? place, bool isFirst) => piece switch
    {
        PostPiece.Line line => Lines("", line.Text),
        PostPiece.Moment moment => [new PostLine("", CleanText.OneLine(moment.Written), Counting(moment.At))],
        PostPiece.Quote { Source: { } source } quote => Leading(Lines("> ", PostText.Write(quote with { Source = null })), source),
        PostPiece.Quote quote => Lines("> ", PostText.Write(quote)),
        PostPiece.Sourced sourced => Leading(Lines("", sourced.Text), sourced.To),
        PostPiece.Field field => [new PostLine(Bold(field.Name, ":") + " ", CleanText.OneLine(field.Value))],
        PostPiece.Struck struck => Lines("~~", struck.Text).Where(block => !string.IsNullOrWhiteSpace(block.Text)).Select(block => block with { Close = "~~" }),
        PostPiece.Link link => [link.Url is { } url ? new PostLine("[", CleanText.OneLine(link.Text), $"]({url.AbsoluteUri})") : Link(CleanText.OneLine(link.Text), place, link.MessageId)],
        PostPiece.Audience audience => isFirst ? [To(audience)] : [PostLine.Gap, To(audience)],
        PostPiece.Section section => isFirst ? [Title(section)] : [PostLine.Gap, Title(section)],
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<PostLine> Lines(string open, string text) =>
        CleanText.Of(text).Split('\n').Select(line => new PostLine(open, line));

    /// <summary>The lines with the site behind them, which leads to where it was said and shows nothing of that.</summary>
    private static IEnumerable<PostLine> Leading(IEnumerable<PostLine> lines, Uri source)
    {
        var all = lines.ToList();
        return [.. all.SkipLast(1), all[^1] with { Close = $" · [{Markup.Escape(SourceLink.Site(source))}](<{source.AbsoluteUri}>)" }];
    }

    private static PostLine Link(string text, string? place, string? message) => place is not null && Snowflake.TryParse(message, out var id)
        ? new PostLine("[", text, $"]({place}{id})")
        : new PostLine("", text);

    private static PostLine Title(PostPiece.Section section) => new(Bold(section.Title, ""), "");

    /// <summary>A channel's number between <c>&lt;#</c> and <c>&gt;</c> shows as its name and leads there (discord.md §5).</summary>
    private static PostLine To(PostPiece.Audience audience)
    {
        var near = string.Join(", ", audience.Near.Select(channel => Snowflake.TryParse(channel.Channel, out var id) ? $"<#{id}>" : Markup.Escape($"{channel}")));
        return new PostLine($"**To** {near}{(audience.Near.Count > 0 && audience.Far.Count > 0 ? ", " : "")}", string.Join(", ", audience.Far));
    }

    private static string Bold(string text, string close)
    {
        var marked = Markup.Shorten(CleanText.OneLine(text), MessageLimits.FieldName);
        return marked.Length == 0 ? close : $"**{marked}{close}**";
    }

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
internal sealed record PostLine(string Open, string Text, string Close = "")
{
    /// <summary>An empty line.</summary>
    public static PostLine Gap { get; } = new("", "");

    /// <summary>The line as Discord takes it.</summary>
    public string Write() => $"{Open}{Markup.Escape(Text)}{Close}";

    /// <summary>As much of the line as there is room for, ending in … where it was cut.</summary>
    public string Shorten(int room) => $"{Open}{Markup.Shorten(Text, room - Open.Length - Close.Length)}{Close}";

    /// <summary>As much of the line as there is room for, and the line that is left.</summary>
    public (string Written, PostLine Left) Split(int room)
    {
        var (marked, rest) = Markup.Write(Text, room - Open.Length - Close.Length);
        return ($"{Open}{marked}{Close}", this with { Text = rest });
    }
}
