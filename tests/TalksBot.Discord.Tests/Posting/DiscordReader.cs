using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Posting;

/// <summary>Reads a message as Discord's own client shows it: markdown resolved, and what was markup listed.</summary>
internal sealed partial class DiscordReader
{
    private readonly StringBuilder _text = new();

    private DiscordReader()
    {
    }

    /// <summary>What a reader sees.</summary>
    public string Text => _text.ToString();

    /// <summary>The kinds of markup that took effect.</summary>
    public List<string> Markup { get; } = [];

    /// <summary>The addresses that a reader can follow.</summary>
    public List<string> Links { get; } = [];

    public static DiscordReader Read(string markdown)
    {
        var reader = new DiscordReader();
        reader.Walk(markdown);
        return reader;
    }

    public static VisibleMessage See(PostedMessage message)
    {
        var parts = new List<string> { Read(message.Content).Text };
        foreach (var embed in message.Embeds.OfType<JsonObject>())
        {
            parts.Add(Read((string?)embed["title"] ?? "").Text);
            parts.Add(Read((string?)embed["description"] ?? "").Text);
            parts.AddRange((embed["fields"]?.AsArray() ?? []).Select(field => $"{Read((string)field!["name"]!).Text}: {Read((string)field["value"]!).Text}"));
            parts.Add((string?)embed["footer"]?["text"] ?? "");
        }

        var (users, roles, everyone) = message.Pings;
        return new VisibleMessage(string.Join('\n', parts.Where(part => part.Length > 0)))
        {
            Pings = [.. users, .. roles, .. everyone ? ["everyone"] : Array.Empty<string>()],
            Pictures = [.. message.Files.Where(file => file.ContentType == "image/png").Select(file => file.Description ?? "")],
            IsPinned = message.Pinned,
        };
    }

    private void Walk(string source)
    {
        for (var at = 0; at < source.Length;)
        {
            if ((at == 0 || source[at - 1] == '\n') && LineStart().Match(source, at) is { Success: true } start)
            {
                Markup.Add($"line {start.Value.Trim()}");
                at += start.Length;
                continue;
            }

            at += Inline(source, at);
        }
    }

    private int Inline(string source, int at)
    {
        if (Escaped().Match(source, at) is { Success: true })
        {
            _text.Append(source[at + 1]);
            return 2;
        }

        if (Address().Match(source, at) is { Success: true } address)
        {
            Links.Add(address.Groups["url"].Value);
            _text.Append(address.Groups["url"].Value);
            return address.Length;
        }

        if (Shown().Match(source, at) is { Success: true } special)
        {
            Markup.Add(special.Value);
            Walk(special.Groups["link"].Value);
            return special.Length;
        }

        if (Wrapped().Match(source, at) is { Success: true } wrapped)
        {
            Markup.Add(wrapped.Groups["mark"].Value);
            Walk(wrapped.Groups["inner"].Value);
            return wrapped.Length;
        }

        _text.Append(source[at]);
        return 1;
    }

    [GeneratedRegex(@"\G *(>>> |> |#{1,3} |-# |[-*] |[0-9]+[.)] )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"\G\\[^0-9A-Za-z\s]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\G<(?<url>https?://[^\s<>]+)>", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\G(<t:-?[0-9]+(:[a-zA-Z])?>|<@[!&]?[0-9]+>|<#[0-9]+>|<a?:\w+:[0-9]+>|</[^>]+:[0-9]+>|<id:\w+>|:(?![0-9]{2}:)[A-Za-z0-9_+-]+:|@everyone|@here|\[(?<link>[^\]\n]+)\]\([^)\s]+\)|<?https?://[^\s<]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(@"\G(?<mark>```|`|\*\*|__|~~|\|\||\*|_)(?<inner>(?:\\.|[^\\])+?)\k<mark>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Wrapped();
}
