using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Emoji under messages.</summary>
internal sealed class ReactionRoutes(DiscordWorld world, Doors doors)
{
    private const int MostKinds = 20;

    public IEnumerable<RestRoute> All()
    {
        const string all = "/channels/{channel_id}/messages/{message_id}/reactions";
        const string one = all + "/{emoji_name}";
        yield return new("add_my_message_reaction", "PUT", one + "/@me", Add) { Bodyless = true, Bucket = "reactions", Limit = world.Options.ReactionLimit };
        yield return new("delete_my_message_reaction", "DELETE", one + "/@me", RemoveMine) { Bucket = "reactions", Limit = world.Options.ReactionLimit };
        yield return new("delete_user_message_reaction", "DELETE", one + "/{user_id}", RemoveTheirs);
        yield return new("list_message_reactions_by_emoji", "GET", one, List);
        yield return new("delete_all_message_reactions_by_emoji", "DELETE", one, RemoveKind);
        yield return new("delete_all_message_reactions", "DELETE", all, RemoveAll);
    }

    /// <summary>A person reacts; refused where Discord would not let them.</summary>
    public void Add(DiscordChannel channel, DiscordMessage message, DiscordUser user, string emoji)
    {
        var may = Access.Of(world, user.Id, channel);
        var needed = message.Reactions.Of(emoji).Count is 0 ? Permissions.AddReactions | Permissions.ReadMessageHistory : Permissions.ReadMessageHistory;
        if (!may.HasFlag(needed) && channel.GuildId is not 0)
        {
            throw Refusal.MissingPermissions;
        }

        if (channel.Archived)
        {
            throw Refusal.ArchivedThread;
        }

        if (message.Reactions.Of(emoji).Count is 0 && message.Reactions.Count >= MostKinds)
        {
            throw new Refusal(400, 30010, $"Maximum number of reactions reached ({MostKinds})");
        }

        if (message.Reactions.Add(emoji, user))
        {
            Tell("MESSAGE_REACTION_ADD", channel, message, emoji, user);
        }
    }

    private RestReply Add(RestCall call)
    {
        var (channel, message, emoji) = Target(call);
        Add(channel, message, world.Bot, emoji);
        return RestReply.Nothing;
    }

    private RestReply RemoveMine(RestCall call)
    {
        var (channel, message, emoji) = Target(call);
        return Remove(channel, message, emoji, world.Bot);
    }

    private RestReply RemoveTheirs(RestCall call)
    {
        var (channel, message, emoji) = Target(call);
        var id = call.Id("user_id");
        if (id != world.Bot.Id)
        {
            doors.Need(channel, Permissions.ManageMessages);
        }

        return Remove(channel, message, emoji, world.Users.GetValueOrDefault(id) ?? throw Refusal.UnknownUser);
    }

    private RestReply Remove(DiscordChannel channel, DiscordMessage message, string emoji, DiscordUser user)
    {
        if (!message.Reactions.Remove(emoji, user))
        {
            throw UnknownEmoji;
        }

        Tell("MESSAGE_REACTION_REMOVE", channel, message, emoji, user);
        return RestReply.Nothing;
    }

    private RestReply List(RestCall call)
    {
        var (channel, message, emoji) = Target(call);
        doors.Need(channel, Permissions.ReadMessageHistory);
        var limit = call.QueryNumber("limit", 1, 100, 25);
        var after = call.QueryId("after") ?? 0;
        return RestReply.Ok(Iso.List(message.Reactions.Of(emoji).Where(user => user.Id > after).OrderBy(user => user.Id).Take(limit).Select(user => user.ToJson())));
    }

    private RestReply RemoveKind(RestCall call)
    {
        var (channel, message, emoji) = Target(call);
        doors.Need(channel, Permissions.ManageMessages);
        if (!message.Reactions.RemoveAll(emoji))
        {
            throw UnknownEmoji;
        }

        Tell("MESSAGE_REACTION_REMOVE_EMOJI", channel, message, emoji, user: null);
        return RestReply.Nothing;
    }

    private RestReply RemoveAll(RestCall call)
    {
        var channel = doors.Channel(call, Permissions.ManageMessages);
        var message = Doors.Message(call, channel);
        message.Reactions.Clear();
        Tell("MESSAGE_REACTION_REMOVE_ALL", channel, message, emoji: null, user: null);
        return RestReply.Nothing;
    }

    private (DiscordChannel Channel, DiscordMessage Message, string Emoji) Target(RestCall call)
    {
        var channel = doors.Channel(call);
        var emoji = call.Path["emoji_name"];
        // No guild here has emoji of its own, and words are none: what remains is what a keyboard calls emoji.
        return emoji.Any(char.IsAsciiLetterOrDigit) && !emoji.Contains('\u20e3', StringComparison.Ordinal) ? throw UnknownEmoji : (channel, Doors.Message(call, channel), emoji);
    }

    private void Tell(string what, DiscordChannel channel, DiscordMessage message, string? emoji, DiscordUser? user)
    {
        var json = new JsonObject { ["channel_id"] = $"{channel.Id}", ["message_id"] = $"{message.Id}" };
        if (channel.GuildId is not 0)
        {
            json["guild_id"] = $"{channel.GuildId}";
        }

        if (emoji is not null)
        {
            json["emoji"] = Reactions.EmojiJson(emoji);
        }

        if (user is not null)
        {
            json["user_id"] = $"{user.Id}";
            json["burst"] = false;
            json["type"] = 0;
            json["message_author_id"] = $"{message.Author.Id}";
            if (world.Guilds.GetValueOrDefault(channel.GuildId)?.Members.GetValueOrDefault(user.Id) is { } member && what is "MESSAGE_REACTION_ADD")
            {
                json["member"] = member.ToJson();
            }
        }

        world.Publish(new GatewayEvent(what, json, channel.GuildId is 0 ? Intents.DirectMessageReactions : Intents.GuildMessageReactions, channel.GuildId));
    }

    private static Refusal UnknownEmoji => new(400, 10014, "Unknown Emoji");
}
