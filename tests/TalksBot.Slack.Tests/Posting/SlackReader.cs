using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Posting;

/// <summary>Reads a message as Slack's own client shows it: markup resolved, and what was markup listed.</summary>
internal sealed partial class SlackReader
{
    /// <summary>What a reader sees.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The kinds of markup that took effect.</summary>
    public List<string> Markup { get; } = [];

    /// <summary>Reads text in which markup works.</summary>
    public static SlackReader Read(string stored)
    {
        var reader = new SlackReader();
        reader.Text = Unescape(reader.Resolve(stored));
        return reader;
    }

    public static VisibleMessage See(PostedMessage message) => new(string.Join('\n', Parts(message)))
    {
        Pings = message.Pings,
        Pictures = [.. Images(message.Blocks)],
        IsPinned = message.Pinned,
    };

    /// <summary>Every text of a message with its type, <c>plain_text</c>, <c>mrkdwn</c> or <c>rich_text</c>, as stored; rich text as it reads.</summary>
    public static IEnumerable<(string Type, string Text)> Texts(JsonNode? node) => node switch
    {
        JsonArray many => many.SelectMany(Texts),
        JsonObject one when (string?)one["type"] is "plain_text" or "mrkdwn" => [((string)one["type"]!, (string)one["text"]!)],
        JsonObject one when (string?)one["type"] is "rich_text" => one["elements"]!.AsArray().Select(part => ("rich_text", string.Concat(part!["elements"]!.AsArray().Select(Rich)))),
        JsonObject one => one.SelectMany(pair => Texts(pair.Value)),
        _ => [],
    };

    private static IEnumerable<string> Images(JsonArray blocks) => blocks.OfType<JsonObject>()
        .Where(block => (string?)block["type"] == "image")
        .Select(block => (string)block["alt_text"]!);

    private static IEnumerable<string> Parts(PostedMessage message) => message.Blocks.Count == 0
        ? [Unescape(message.Text)]
        : Texts(message.Blocks).Select(part => part.Type switch { "mrkdwn" => Read(part.Text).Text, "rich_text" => part.Text, _ => Unescape(part.Text) });

    private static string Rich(JsonNode? element) => (string?)element!["type"] switch
    {
        "channel" => $"#{element["channel_id"]}",
        "date" => (string)element["fallback"]!,
        _ => (string?)(element["text"] ?? element["url"]) ?? "",
    };

    private static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    private string Resolve(string stored)
    {
        var text = Special().Replace(stored, found =>
        {
            Markup.Add(found.Value);
            return found.Groups["label"] is { Success: true } label ? label.Value : found.Value.Trim('<', '>');
        });
        text = Quote().Replace(text, found => Note(found, ""));
        return Wrapped().Replace(text, found => Note(found, found.Groups["inner"].Value));
    }

    private string Note(Match found, string shown)
    {
        Markup.Add(found.Value);
        return shown;
    }

    [GeneratedRegex(@"<(?<what>[^<>|]+)(\|(?<label>[^<>]*))?>|https?://\S+|:[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"^ *(>|&gt;) ?", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Quote();

    [GeneratedRegex(@"(?<mark>```|`|\*|_|~)(?<inner>[^\n]+?)\k<mark>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Wrapped();
}
