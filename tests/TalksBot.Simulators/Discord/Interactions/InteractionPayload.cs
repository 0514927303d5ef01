using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>Writes an interaction as INTERACTION_CREATE and the HTTP endpoint carry it.</summary>
internal static class InteractionPayload
{
    public static JsonObject Of(DiscordWorld world, Interaction interaction)
    {
        var (user, channel) = (interaction.User, interaction.Channel);
        var json = new JsonObject
        {
            ["id"] = $"{interaction.Id}",
            ["application_id"] = $"{world.ApplicationId}",
            ["type"] = (int)interaction.Kind,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = interaction.Data.DeepClone(),
            ["channel_id"] = $"{channel.Id}",
            ["channel"] = channel.ToJson(),
            ["app_permissions"] = $"{(ulong)Access.Of(world, world.Bot.Id, channel)}",
            ["locale"] = "en-US",
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = $"{channel.GuildId}" },
            ["context"] = channel.GuildId is 0 ? 1 : 0,
            ["attachment_size_limit"] = world.Options.MaxFileBytes,
        };
        json["channel"]!["permissions"] = $"{(ulong)Access.Of(world, user.Id, channel)}";
        if (interaction.Source is not null)
        {
            json["message"] = MessageView.Of(world, channel, interaction.Source);
        }

        if (channel.GuildId is 0)
        {
            json["user"] = user.ToJson();
            return json;
        }

        var member = world.Guilds[channel.GuildId].Members[user.Id].ToJson();
        member["permissions"] = $"{(ulong)Access.Of(world, user.Id, channel)}";
        json["member"] = member;
        json["guild_id"] = $"{channel.GuildId}";
        json["guild_locale"] = "en-US";
        json["guild"] = new JsonObject { ["id"] = $"{channel.GuildId}", ["locale"] = "en-US", ["features"] = new JsonArray() };
        return json;
    }
}
