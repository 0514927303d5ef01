using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>An incoming webhook: whoever holds its token may write in its channel.</summary>
internal sealed class DiscordWebhook(ulong id, ulong guildId, DiscordUser creator)
{
    public ulong Id => id;

    public ulong GuildId => guildId;

    public string Token { get; } = $"{Guid.NewGuid():N}{Guid.NewGuid():N}";

    public required string Name { get; set; }

    public required ulong ChannelId { get; set; }

    public JsonObject ToJson(string root, bool withCreator = true)
    {
        var json = new JsonObject
        {
            ["application_id"] = creator.Bot ? $"{creator.Id}" : null,
            ["avatar"] = null,
            ["channel_id"] = $"{ChannelId}",
            ["guild_id"] = $"{guildId}",
            ["id"] = $"{id}",
            ["name"] = Name,
            ["type"] = 1,
            ["token"] = Token,
            ["url"] = $"{root}/api/webhooks/{id}/{Token}",
        };
        if (withCreator)
        {
            json["user"] = creator.ToJson();
        }

        return json;
    }
}
