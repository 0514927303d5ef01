using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Posting;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.State;
using TalksBot.Simulators.Discord.Web;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Threads from a message, without one, and forum posts. Protocol sheet §2.</summary>
internal sealed class ThreadRoutes(DiscordWorld world, Doors doors, Poster poster)
{
    private static readonly long[] ArchiveTimes = [60, 1440, 4320, 10080];

    public IEnumerable<RestRoute> All()
    {
        yield return new("create_thread_from_message", "POST", "/channels/{channel_id}/messages/{message_id}/threads", FromMessage);
        yield return new("create_thread", "POST", "/channels/{channel_id}/threads", Create);
        yield return new("get_active_guild_threads", "GET", "/guilds/{guild_id}/threads/active", Active);
    }

    private RestReply FromMessage(RestCall call)
    {
        var channel = doors.Channel(call, Permissions.CreatePublicThreads);
        var message = Doors.Message(call, channel);
        if (channel.Kind is not (ChannelKind.Text or ChannelKind.Announcement))
        {
            throw new Refusal(400, 50024, "Cannot execute action on this channel type");
        }

        if (message.Thread is not null)
        {
            throw new Refusal(400, 160004, "A thread has already been created for this message");
        }

        var kind = channel.Kind is ChannelKind.Announcement ? ChannelKind.AnnouncementThread : ChannelKind.PublicThread;
        var thread = Open(channel, call.Form, message.Id, kind);
        message.Thread = thread;
        message.Flags |= MessageFlag.HasThread;
        world.MessageChanged("MESSAGE_UPDATE", channel, message);
        return RestReply.Created(thread.ToJson());
    }

    private RestReply Create(RestCall call)
    {
        var channel = doors.Channel(call);
        if (channel.Kind is ChannelKind.Forum or ChannelKind.Media)
        {
            return ForumPost(call, channel);
        }

        if (channel.Kind is not (ChannelKind.Text or ChannelKind.Announcement))
        {
            throw new Refusal(400, 50024, "Cannot execute action on this channel type");
        }

        var kind = (ChannelKind)((int?)call.Form["type"] ?? (int)ChannelKind.PrivateThread);
        if (kind is not (ChannelKind.AnnouncementThread or ChannelKind.PublicThread or ChannelKind.PrivateThread))
        {
            throw Form.Invalid("type", "BASE_TYPE_CHOICES", "Value must be one of {10, 11, 12}.");
        }

        doors.Need(channel, kind is ChannelKind.PrivateThread ? Permissions.CreatePrivateThreads : Permissions.CreatePublicThreads);
        return RestReply.Created(Open(channel, call.Form, world.Ids.Next(), kind).ToJson());
    }

    private RestReply ForumPost(RestCall call, DiscordChannel forum)
    {
        doors.Need(forum, Permissions.SendMessages);
        if (call.Form["message"] is not JsonObject body)
        {
            throw Form.Invalid("message", "BASE_TYPE_REQUIRED", "This field is required");
        }

        var draft = MessageForm.Read(body, call.Files, FormKind.Create, at: "message");
        if (draft.IsEmpty)
        {
            throw Refusal.EmptyMessage;
        }

        var thread = Open(forum, call.Form, world.Ids.Next(), ChannelKind.PublicThread);
        var message = poster.Create(thread, world.Bot, draft, id: thread.Id);
        var json = thread.ToJson();
        json["message"] = message.ToJson();
        return RestReply.Created(json);
    }

    private DiscordChannel Open(DiscordChannel parent, JsonObject body, ulong id, ChannelKind kind)
    {
        var form = new Form();
        var name = form.Text(body, "name", "", 100, 1, required: true);
        var minutes = form.Whole(body, "auto_archive_duration", "", 0, 10080) ?? 4320;
        form.Whole(body, "rate_limit_per_user", "", 0, 21_600);
        if (!ArchiveTimes.Contains(minutes))
        {
            form.Add("auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of {60, 1440, 4320, 10080}.");
        }

        form.ThrowIfFaulty();
        var thread = new DiscordChannel(id, parent.GuildId, kind, name!) { ParentId = parent.Id, Thread = new DiscordThread(world.Bot.Id, world.Now, (int)minutes) };
        world.Channels[id] = thread;
        world.ChannelChanged("THREAD_CREATE", thread);
        return thread;
    }

    private RestReply Active(RestCall call)
    {
        var guild = doors.Guild(call);
        var threads = world.Channels.Values
            .Where(channel => channel.GuildId == guild.Id && channel is { IsThread: true, Archived: false } && doors.May(channel, Permissions.ViewChannel))
            .OrderByDescending(channel => channel.Id)
            .ToList();
        return RestReply.Ok(new JsonObject
        {
            ["threads"] = Iso.List(threads.Select(thread => thread.ToJson())),
            ["members"] = Iso.List(threads.Where(thread => thread.Thread!.Members.ContainsKey(world.Bot.Id)).Select(thread => thread.Thread!.MemberJson(thread.Id, world.Bot.Id))),
            ["has_more"] = false,
        });
    }
}
