using System.Text.RegularExpressions;
using TalksBot.Core.Commands;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>What a message says in words alone, out of Discord's notation and markdown (discord.md §5): nothing in it notifies anybody or is dressed.</summary>
internal static partial class MessageWords
{
    /// <summary>Its words, paragraphs kept; those of its cards where it has none of its own, and empty where there are none at all.</summary>
    /// <param name="message">The message.</param>
    /// <param name="resolved">Who and what is named in it, where Discord says; null where it does not.</param>
    public static string Of(DiscordMessage message, ResolvedData? resolved)
    {
        var words = string.IsNullOrWhiteSpace(message.Content) ? string.Join("\n\n", (message.Embeds ?? []).Select(Card).Where(card => card.Length > 0)) : message.Content;
        return Bare(TypedText.Of(Notation().Replace(words, found => Named(found, message, resolved))));
    }

    /// <summary>Its own address; null outside a server, where it has none that others could open.</summary>
    public static Uri? AddressOf(InteractionContext context, Snowflake message) => context.Interaction is { GuildId: { } server, ChannelId: { } channel }
        ? new Uri($"{context.Connection.Wire.ApiUrl.GetLeftPart(UriPartial.Authority)}/channels/{server}/{channel}/{message}")
        : null;

    private static string Card(Embed card) => string.Join(
        '\n',
        new[] { card.Title, card.Description }.Concat((card.Fields ?? []).Select(field => $"{field.Name}: {field.Value}")).Where(line => !string.IsNullOrWhiteSpace(line)));

    /// <summary>By the name that people see; by what it is where Discord does not say the name.</summary>
    private static string Named(Match found, DiscordMessage message, ResolvedData? resolved)
    {
        if (found.Groups["shown"] is { Success: true } shown)
        {
            return shown.Value;
        }

        var id = Snowflake.TryParse(found.Groups["id"].Value, out var read) ? read : default;
        return found.Groups["kind"].Value switch
        {
            "@&" => Of(resolved?.Roles?.GetValueOrDefault(id)?.Name, "a role"),
            "#" => resolved?.Channels?.GetValueOrDefault(id)?.Name is { Length: > 0 } channel ? $"#{channel}" : "a channel",
            _ => Of(NameOf((message.Mentions ?? []).FirstOrDefault(user => user.Id == id) ?? resolved?.Users?.GetValueOrDefault(id)), "somebody"),
        };
    }

    private static string? NameOf(DiscordUser? user) => user is null ? null : PersonName.Plain(user.GlobalName is { Length: > 0 } shown ? shown : user.Username);

    private static string Of(string? name, string otherwise) => string.IsNullOrWhiteSpace(name) ? otherwise : name;

    /// <summary>Without the marks of markdown, which in an address are letters like any other, and without the backslash before a mark that is to be shown.</summary>
    private static string Bare(string text)
    {
        var flat = Masked().Replace(Lead().Replace(text, ""), "${words} (${to})");
        return Escaped().Replace(Emphasis().Replace(Pair().Replace(flat, Words), Words), "${mark}");
    }

    private static string Words(Match found) => found.Groups["words"] is { Success: true } words ? words.Value : found.Value;

    [GeneratedRegex(@"<(?<kind>@&|@!?|#)(?<id>[0-9]{1,20})>|<a?(?<shown>:\w{1,64}:)[0-9]{1,20}>|<(?<shown>/[^:<>\n]{1,100}):[0-9]{1,20}>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Notation();

    [GeneratedRegex(@"(?m)^[ \t]*(>>>|>|#{1,3}|-#)[ \t]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?<!\\)\[(?<words>[^\[\]\n]+)\]\(<?(?<to>https?://[^\s()<>]+)>?\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Masked();

    [GeneratedRegex(@"(?s)https?://[^\s<>]+|(?<!\\)(?<pair>\*\*|__|~~|\|\||```|`)(?=\S)(?<words>.+?)(?<=\S)\k<pair>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();

    [GeneratedRegex(@"https?://[^\s<>]+|(?<![\\\w*])(?<pair>[*_])(?=[^\s*_])(?<words>[^\n]+?)(?<=[^\s\\])\k<pair>(?![\w*])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\\(?<mark>[\\*_~`|>#\-\[\]()<@:.!+])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();
}
