using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Control;

/// <summary>What the page needs to know beside the messages: who is there, where one can look, what one can type.</summary>
internal static class ControlState
{
    /// <summary>Call it while the world is held.</summary>
    public static JsonObject Of(DiscordWorld world, bool connected)
    {
        var owners = world.Guilds.Values.Select(guild => guild.OwnerId).ToHashSet();
        var people = world.Users.Values.Where(user => !user.Bot && !owners.Contains(user.Id)).ToList();
        return new JsonObject
        {
            ["platform"] = "discord",
            ["name"] = string.Join(", ", world.Guilds.Values.Select(guild => guild.Name)),
            ["bot"] = new JsonObject { ["id"] = $"{world.Bot.Id}", ["name"] = world.Bot.Name },
            ["connected"] = connected,
            ["people"] = Iso.List(people.Select(user => Person(world, user))),
            ["roles"] = Iso.List(world.Guilds.Values.SelectMany(guild => guild.Roles.Values.Where(role => role.Id != guild.Id)).Select(role => new JsonObject { ["id"] = $"{role.Id}", ["name"] = role.Name })),
            ["channels"] = Iso.List(world.Channels.Values.OrderBy(channel => channel.Position).ThenBy(channel => channel.Id).Select(channel => Channel(world, channel, people))),
            ["commands"] = Iso.List(world.Commands.Select(command => command.ToJson(localised: false))),
        };
    }

    private static JsonObject Person(DiscordWorld world, DiscordUser user) => new()
    {
        ["id"] = $"{user.Id}",
        ["name"] = user.Name,
        ["roles"] = Iso.Ids(world.Guilds.Values.SelectMany(guild => guild.Members.GetValueOrDefault(user.Id)?.Roles ?? [])),
    };

    private static JsonObject Channel(DiscordWorld world, DiscordChannel channel, List<DiscordUser> people) => new()
    {
        ["id"] = $"{channel.Id}",
        ["name"] = channel.Name,
        ["kind"] = (int)channel.Kind,
        ["guild"] = channel.GuildId is 0 ? null : $"{channel.GuildId}",
        ["parent"] = channel.ParentId is null ? null : $"{channel.ParentId}",
        ["archived"] = channel.Archived,
        ["topic"] = channel.Topic,
        ["sees"] = Iso.Ids(people.Where(user => Access.Of(world, user.Id, channel).HasFlag(Permissions.ViewChannel)).Select(user => user.Id)),
    };
}
