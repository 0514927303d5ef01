using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Making and changing incoming webhooks; what is written through them is in <see cref="Interactions.WebhookMessages"/>.</summary>
internal sealed class WebhookRoutes(DiscordWorld world, Doors doors)
{
    private const int MostInAChannel = 15;

    public IEnumerable<RestRoute> All()
    {
        yield return new("list_channel_webhooks", "GET", "/channels/{channel_id}/webhooks", OfChannel);
        yield return new("create_webhook", "POST", "/channels/{channel_id}/webhooks", Create);
        yield return new("get_guild_webhooks", "GET", "/guilds/{guild_id}/webhooks", OfGuild);
        yield return new("get_webhook", "GET", "/webhooks/{webhook_id}", call => RestReply.Ok(Managed(call).ToJson(world.Root)));
        yield return new("update_webhook", "PATCH", "/webhooks/{webhook_id}", call => Change(call, Managed(call)));
        yield return new("delete_webhook", "DELETE", "/webhooks/{webhook_id}", call => Remove(Managed(call)));
        const string byToken = "/webhooks/{webhook_id}/{token}";
        yield return new("get_webhook_by_token", "GET", byToken, call => RestReply.Ok(Held(call).ToJson(world.Root, withCreator: false))) { Open = true };
        yield return new("update_webhook_by_token", "PATCH", byToken, call => Change(call, Held(call))) { Open = true };
        yield return new("delete_webhook_by_token", "DELETE", byToken, call => Remove(Held(call))) { Open = true };
    }

    private RestReply OfChannel(RestCall call)
    {
        var channel = doors.Channel(call, Permissions.ManageWebhooks);
        return Shown(hook => hook.ChannelId == channel.Id);
    }

    private RestReply OfGuild(RestCall call)
    {
        var guild = doors.Guild(call);
        return Access.InGuild(guild, guild.Members[world.Bot.Id]).HasFlag(Permissions.ManageWebhooks) ? Shown(hook => hook.GuildId == guild.Id) : throw Refusal.MissingPermissions;
    }

    private RestReply Shown(Func<DiscordWebhook, bool> which) => RestReply.Ok(Iso.List(world.Webhooks.Values.Where(which).Select(hook => hook.ToJson(world.Root))));

    private RestReply Create(RestCall call)
    {
        var channel = doors.Channel(call, Permissions.ManageWebhooks);
        var name = Name(call, required: true)!;
        if (world.Webhooks.Values.Count(hook => hook.ChannelId == channel.Id) >= MostInAChannel)
        {
            throw new Refusal(400, 30007, $"Maximum number of webhooks reached ({MostInAChannel})");
        }

        var made = new DiscordWebhook(world.Ids.Next(), channel.GuildId, world.Bot) { Name = name, ChannelId = channel.Id };
        world.Webhooks[made.Id] = made;
        Tell(made);
        return RestReply.Ok(made.ToJson(world.Root));
    }

    private RestReply Change(RestCall call, DiscordWebhook hook)
    {
        hook.Name = Name(call, required: false) ?? hook.Name;
        var form = new Form();
        hook.ChannelId = form.Snowflake(call.Form, "channel_id", "") ?? hook.ChannelId;
        form.ThrowIfFaulty();
        Tell(hook);
        return RestReply.Ok(hook.ToJson(world.Root));
    }

    private RestReply Remove(DiscordWebhook hook)
    {
        world.Webhooks.Remove(hook.Id);
        Tell(hook);
        return RestReply.Nothing;
    }

    private DiscordWebhook Managed(RestCall call)
    {
        var hook = world.Webhooks.GetValueOrDefault(call.Id("webhook_id")) ?? throw Refusal.UnknownWebhook;
        doors.Need(world.Channels[hook.ChannelId], Permissions.ManageWebhooks);
        return hook;
    }

    private DiscordWebhook Held(RestCall call)
    {
        var hook = world.Webhooks.GetValueOrDefault(call.Id("webhook_id")) ?? throw Refusal.UnknownWebhook;
        return string.Equals(hook.Token, call.Path["token"], StringComparison.Ordinal) ? hook : throw new Refusal(401, 50027, "Invalid Webhook Token");
    }

    private static string? Name(RestCall call, bool required)
    {
        var form = new Form();
        var name = form.Text(call.Form, "name", "", 80, 1, required);
        if (name is not null && (name.Contains("clyde", StringComparison.OrdinalIgnoreCase) || name.Contains("discord", StringComparison.OrdinalIgnoreCase)))
        {
            form.Add("name", "USERNAME_INVALID_CONTAINS", "Username cannot contain \"clyde\" or \"discord\"");
        }

        form.ThrowIfFaulty();
        return name;
    }

    private void Tell(DiscordWebhook hook) => world.Publish(new GatewayEvent(
        "WEBHOOKS_UPDATE", new JsonObject { ["guild_id"] = $"{hook.GuildId}", ["channel_id"] = $"{hook.ChannelId}" }, Intents.GuildWebhooks, hook.GuildId));
}
