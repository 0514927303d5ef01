using System.Globalization;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Who is in a thread, and the threads that were archived.</summary>
internal sealed class ThreadMemberRoutes(DiscordWorld world, Doors doors)
{
    public IEnumerable<RestRoute> All()
    {
        const string members = "/channels/{channel_id}/thread-members";
        yield return new("list_thread_members", "GET", members, List);
        yield return new("join_thread", "PUT", members + "/@me", call => Enter(call, world.Bot.Id)) { Bodyless = true };
        yield return new("leave_thread", "DELETE", members + "/@me", call => Leave(call, world.Bot.Id));
        yield return new("get_thread_member", "GET", members + "/{user_id}", Get);
        yield return new("add_thread_member", "PUT", members + "/{user_id}", call => Enter(call, call.Id("user_id"))) { Bodyless = true };
        yield return new("delete_thread_member", "DELETE", members + "/{user_id}", Remove);
        yield return new("list_public_archived_threads", "GET", "/channels/{channel_id}/threads/archived/public", call => Archived(call, ofPrivate: false, onlyMine: false));
        yield return new("list_private_archived_threads", "GET", "/channels/{channel_id}/threads/archived/private", call => Archived(call, ofPrivate: true, onlyMine: false));
        yield return new("list_my_private_archived_threads", "GET", "/channels/{channel_id}/users/@me/threads/archived/private", call => Archived(call, ofPrivate: true, onlyMine: true));
    }

    private RestReply List(RestCall call)
    {
        var (channel, thread) = Thread(call);
        return RestReply.Ok(Iso.List(thread.Members.Keys.Select(user => thread.MemberJson(channel.Id, user))));
    }

    private RestReply Get(RestCall call)
    {
        var (channel, thread) = Thread(call);
        var user = call.Path["user_id"] is "@me" ? world.Bot.Id : call.Id("user_id");
        return thread.Members.ContainsKey(user) ? RestReply.Ok(thread.MemberJson(channel.Id, user)) : throw new Refusal(404, 10007, "Unknown Member");
    }

    private RestReply Enter(RestCall call, ulong user)
    {
        var (channel, thread) = Thread(call);
        if (channel.Archived)
        {
            throw Refusal.ArchivedThread;
        }

        if (user != world.Bot.Id)
        {
            doors.Need(channel, Permissions.SendMessagesInThreads);
            _ = world.Users.GetValueOrDefault(user) ?? throw Refusal.UnknownUser;
        }

        if (thread.Members.TryAdd(user, world.Now))
        {
            Tell(channel, thread, added: user, removed: null);
        }

        return RestReply.Nothing;
    }

    private RestReply Remove(RestCall call)
    {
        var (channel, _) = Thread(call);
        doors.Need(channel, Permissions.ManageThreads);
        return Leave(call, call.Id("user_id"));
    }

    private RestReply Leave(RestCall call, ulong user)
    {
        var (channel, thread) = Thread(call);
        if (channel.Archived)
        {
            throw Refusal.ArchivedThread;
        }

        if (thread.Members.Remove(user))
        {
            Tell(channel, thread, added: null, removed: user);
        }

        return RestReply.Nothing;
    }

    private RestReply Archived(RestCall call, bool ofPrivate, bool onlyMine)
    {
        var parent = doors.Channel(call, Permissions.ReadMessageHistory);
        if (ofPrivate && !onlyMine)
        {
            doors.Need(parent, Permissions.ManageThreads);
        }

        var limit = call.QueryNumber("limit", 2, 100, 100);
        var before = DateTimeOffset.TryParse(call.Query["before"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : DateTimeOffset.MaxValue;
        var found = world.Channels.Values
            .Where(one => one.ParentId == parent.Id && one.Archived && (one.Kind is ChannelKind.PrivateThread) == ofPrivate)
            .Where(one => !onlyMine || one.Thread!.Members.ContainsKey(world.Bot.Id))
            .Where(one => one.Thread!.ArchiveChangedAt < before)
            .OrderByDescending(one => one.Thread!.ArchiveChangedAt)
            .ToList();
        var page = found.Take(limit).ToList();
        return RestReply.Ok(new JsonObject
        {
            ["threads"] = Iso.List(page.Select(one => one.ToJson())),
            ["members"] = Iso.List(page.Where(one => one.Thread!.Members.ContainsKey(world.Bot.Id)).Select(one => one.Thread!.MemberJson(one.Id, world.Bot.Id))),
            ["has_more"] = found.Count > limit,
        });
    }

    private (DiscordChannel Channel, DiscordThread Thread) Thread(RestCall call)
    {
        var channel = doors.Channel(call);
        return channel.Thread is { } thread ? (channel, thread) : throw new Refusal(400, 50024, "Cannot execute action on this channel type");
    }

    private void Tell(DiscordChannel channel, DiscordThread thread, ulong? added, ulong? removed)
    {
        var json = new JsonObject { ["id"] = $"{channel.Id}", ["guild_id"] = $"{channel.GuildId}", ["member_count"] = thread.Members.Count };
        if (added is { } user)
        {
            json["added_members"] = new JsonArray(thread.MemberJson(channel.Id, user));
        }

        if (removed is not null)
        {
            json["removed_member_ids"] = new JsonArray($"{removed}");
        }

        world.Publish(new GatewayEvent("THREAD_MEMBERS_UPDATE", json, Intents.Guilds, channel.GuildId));
    }
}
