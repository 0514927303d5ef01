using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Guilds, their channels, roles and members. Protocol sheet §2.</summary>
internal sealed class GuildRoutes(DiscordWorld world, Doors doors)
{
    public IEnumerable<RestRoute> All()
    {
        yield return new("list_my_guilds", "GET", "/users/@me/guilds", _ => MyGuilds());
        yield return new("get_guild", "GET", "/guilds/{guild_id}", call => RestReply.Ok(doors.Guild(call).ToJson()));
        yield return new("list_guild_channels", "GET", "/guilds/{guild_id}/channels", Channels);
        yield return new("list_guild_roles", "GET", "/guilds/{guild_id}/roles", Roles);
        yield return new("trigger_typing_indicator", "POST", "/channels/{channel_id}/typing", Typing) { Bodyless = true };
        yield return new("create_dm", "POST", "/users/@me/channels", OpenDirect);
    }

    private RestReply MyGuilds() => RestReply.Ok(Iso.List(world.Guilds.Values
        .Where(guild => guild.Members.ContainsKey(world.Bot.Id))
        .Select(guild => new JsonObject
        {
            ["id"] = $"{guild.Id}",
            ["name"] = guild.Name,
            ["icon"] = null,
            ["banner"] = null,
            ["owner"] = guild.OwnerId == world.Bot.Id,
            ["permissions"] = $"{(ulong)Access.InGuild(guild, guild.Members[world.Bot.Id])}",
            ["features"] = new JsonArray(),
        })));

    /// <summary>Hidden channels are listed too, threads never.</summary>
    private RestReply Channels(RestCall call)
    {
        var guild = doors.Guild(call);
        return RestReply.Ok(Iso.List(world.Channels.Values
            .Where(channel => channel.GuildId == guild.Id && !channel.IsThread)
            .Select(channel => channel.ToJson())));
    }

    private RestReply Roles(RestCall call) => RestReply.Ok(Iso.List(doors.Guild(call).Roles.Values.Select(role => role.ToJson())));

    private RestReply Typing(RestCall call)
    {
        var channel = doors.Channel(call);
        doors.Need(channel, channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages);
        return RestReply.Nothing;
    }

    private RestReply OpenDirect(RestCall call)
    {
        var form = new Form();
        var id = form.Snowflake(call.Form, "recipient_id", "", required: true) ?? 0;
        form.ThrowIfFaulty();
        if (!world.Users.TryGetValue(id, out var user))
        {
            throw Refusal.UnknownUser;
        }

        if (!world.Guilds.Values.Any(guild => guild.Members.ContainsKey(id) && guild.Members.ContainsKey(world.Bot.Id)))
        {
            throw new Refusal(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
        }

        var channel = world.Channels.Values.FirstOrDefault(one => one.Kind is ChannelKind.Direct && one.Recipient!.Id == id);
        if (channel is null)
        {
            channel = new DiscordChannel(world.Ids.Next(), 0, ChannelKind.Direct, "") { Recipient = user };
            world.Channels[channel.Id] = channel;
        }

        return RestReply.Ok(channel.ToJson());
    }
}
