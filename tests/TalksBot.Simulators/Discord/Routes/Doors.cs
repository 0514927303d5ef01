using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Finds what a path names, or refuses as Discord does: unknown, hidden, or forbidden. Protocol sheet §11.</summary>
internal sealed class Doors(DiscordWorld world)
{
    public DiscordChannel Channel(RestCall call, Permissions needed = Permissions.None)
    {
        var channel = world.Channels.GetValueOrDefault(call.Id("channel_id")) ?? throw Refusal.UnknownChannel;
        var may = Access.Of(world, world.Bot.Id, channel);
        if (!may.HasFlag(Permissions.ViewChannel))
        {
            throw Refusal.MissingAccess;
        }

        return may.HasFlag(needed) ? channel : throw Refusal.MissingPermissions;
    }

    public static DiscordMessage Message(RestCall call, DiscordChannel channel) =>
        channel.Messages.GetValueOrDefault(call.Id("message_id")) is { OnlyFor: null } message ? message : throw Refusal.UnknownMessage;

    public DiscordGuild Guild(RestCall call)
    {
        var guild = world.Guilds.GetValueOrDefault(call.Id("guild_id")) ?? throw Refusal.UnknownGuild;
        return guild.Members.ContainsKey(world.Bot.Id) ? guild : throw Refusal.MissingAccess;
    }

    public bool May(DiscordChannel channel, Permissions needed) => Access.Of(world, world.Bot.Id, channel).HasFlag(needed);

    public void Need(DiscordChannel channel, Permissions needed)
    {
        if (!May(channel, needed))
        {
            throw Refusal.MissingPermissions;
        }
    }
}
