using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>Without the MESSAGE_CONTENT intent a bot sees others' messages empty, unless they mention it. Protocol sheet §9.</summary>
internal static class MessageContent
{
    public static JsonObject Veil(DiscordWorld world, DiscordMessage message, JsonObject json)
    {
        var open = (world.Options.AllowedPrivilegedIntents & Intents.MessageContent) is not 0;
        var concernsBot = message.Author.Id == world.Bot.Id
            || message.Mentions.Users.Any(user => user.Id == world.Bot.Id)
            || world.Channels.GetValueOrDefault(message.ChannelId)?.Kind is ChannelKind.Direct;
        if (open || concernsBot)
        {
            return json;
        }

        json["content"] = "";
        foreach (var list in new[] { "embeds", "attachments", "components" })
        {
            json[list] = new JsonArray();
        }

        return json;
    }
}
