using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.State;

namespace TalksBot.Simulators.Slack.Web;

/// <summary>A request's arguments, whichever way they came: form values are strings, JSON values what they are.</summary>
internal sealed class WebCall(SlackWorld world, JsonObject arguments)
{
    public JsonObject Arguments => arguments;

    /// <summary>Warnings to go with a success.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Null when absent, null or empty.</summary>
    public string? Optional(string key) => arguments[key] switch
    {
        JsonValue value when value.ToString() is { Length: > 0 } text => text,
        _ => null,
    };

    public string Required(string key) => Optional(key) ?? throw Refusal.Missing(key);

    public bool Flag(string key) => Optional(key) is "true" or "1";

    public int Number(string key, int usual) => Optional(key) is not { } text ? usual
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Refusal.Invalid($"must be an integer [json-pointer:/{key}]");

    /// <summary>An array or object, inline or as a JSON string; null when absent, the given error when it is neither.</summary>
    public JsonNode? Json(string key, string error)
    {
        if (arguments[key] is null or JsonArray or JsonObject)
        {
            return arguments[key];
        }

        try
        {
            return Optional(key) is { } text ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            throw new Refusal(error);
        }
    }

    /// <summary>The channel of an argument as far as the bot may know of it. slack.md §13.</summary>
    public SlackChannel Channel(string key = "channel")
    {
        var channel = world.Channels.GetValueOrDefault(Required(key)) ?? throw new Refusal("channel_not_found");
        return channel.IsPrivate && !channel.Members.Contains(world.Bot.Id) ? throw new Refusal("channel_not_found") : channel;
    }

    public void Member(SlackChannel channel)
    {
        if (!channel.Members.Contains(world.Bot.Id))
        {
            throw new Refusal("not_in_channel");
        }
    }

    public SlackMessage Message(SlackChannel channel, string key) => channel.Find(Required(key)) ?? throw new Refusal("message_not_found");

    /// <summary>Refuses unless the bot token has the scope.</summary>
    public void Need(string scope)
    {
        if (!world.Options.Scopes.Contains(scope, StringComparer.Ordinal))
        {
            throw new Refusal("missing_scope") { Scopes = (scope, string.Join(',', world.Options.Scopes)) };
        }
    }

    /// <summary>Reading of what kind: <c>channels:history</c> and the like.</summary>
    public void NeedFor(SlackChannel channel, string what) => Need(channel.Kind switch
    {
        ChannelKind.Public => $"channels:{what}",
        ChannelKind.Private => $"groups:{what}",
        _ => $"im:{what}",
    });
}
