using System.Globalization;
using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>A message as the bot is shown it, with what it replies to.</summary>
internal static class MessageView
{
    private const int Reply = 19;

    public static JsonObject Of(DiscordWorld world, DiscordChannel channel, DiscordMessage message)
    {
        var json = MessageContent.Veil(world, message, message.ToJson());
        if (message is { Kind: Reply, Reference: not null })
        {
            var found = ulong.TryParse((string?)message.Reference["message_id"], CultureInfo.InvariantCulture, out var id) ? channel.Messages.GetValueOrDefault(id) : null;
            json["referenced_message"] = found is null ? null : MessageContent.Veil(world, found, found.ToJson());
        }

        return json;
    }
}
