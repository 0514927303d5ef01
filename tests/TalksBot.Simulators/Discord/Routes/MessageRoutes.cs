using System.Globalization;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Posting;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.State;
using TalksBot.Simulators.Discord.Web;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>Reading, posting, editing and deleting messages. Protocol sheet §2 and §3.</summary>
internal sealed class MessageRoutes(DiscordWorld world, Doors doors, Poster poster, DiscordStats stats, DiscordFaults faults)
{
    private const string Writing = "write_message";
    private static readonly TimeSpan BulkAge = TimeSpan.FromDays(14);

    private readonly PostingRights _rights = new(doors);
    private readonly NonceBook _nonces = new(world);
    private readonly Dictionary<ulong, RateWindow> _oldEdits = [];

    public IEnumerable<RestRoute> All()
    {
        const string messages = "/channels/{channel_id}/messages";
        const string one = messages + "/{message_id}";
        yield return new("list_messages", "GET", messages, List);
        yield return new("get_message", "GET", one, Get);
        yield return new("create_message", "POST", messages, Create) { Bucket = Writing, Limit = world.Options.PostLimit };
        yield return new("update_message", "PATCH", one, Update) { Bucket = Writing, Limit = world.Options.PostLimit };
        yield return new("delete_message", "DELETE", one, Delete);
        yield return new("bulk_delete_messages", "POST", messages + "/bulk-delete", DeleteMany);
    }

    private RestReply List(RestCall call)
    {
        var channel = doors.Channel(call);
        var limit = call.QueryNumber("limit", 1, 100, 50);
        if (!doors.May(channel, Permissions.ReadMessageHistory))
        {
            return RestReply.Ok(new JsonArray());
        }

        var known = world.Now - faults.HistoryLag;
        var seen = channel.Messages.Values.Where(message => message.OnlyFor is null && message.PostedAt <= known);
        var page = (call.QueryId("before"), call.QueryId("after"), call.QueryId("around")) switch
        {
            ({ } before, _, _) => seen.Where(message => message.Id < before).TakeLast(limit),
            (_, { } after, _) => seen.Where(message => message.Id > after).Take(limit),
            (_, _, { } around) => seen.Where(message => message.Id <= around).TakeLast((limit / 2) + 1)
                .Concat(seen.Where(message => message.Id > around).Take(limit / 2)),
            _ => seen.TakeLast(limit),
        };
        return RestReply.Ok(Iso.List(page.Reverse().Select(message => Json(channel, message))));
    }

    private RestReply Get(RestCall call)
    {
        var channel = doors.Channel(call, Permissions.ReadMessageHistory);
        return RestReply.Ok(Json(channel, Doors.Message(call, channel)));
    }

    private RestReply Create(RestCall call)
    {
        var channel = doors.Channel(call);
        _rights.MayPost(channel);
        var draft = MessageForm.Read(call.Form, call.Files, FormKind.Create);
        if (draft.Enforced && _nonces.Find(world.Bot.Id, draft.Body["nonce"]) is var (there, posted))
        {
            stats.NonceHits++;
            return RestReply.Ok(Json(there, posted));
        }

        _rights.MayAttach(channel, draft);
        var isReply = _rights.MayReply(channel, draft);
        if (draft.IsEmpty)
        {
            throw Refusal.EmptyMessage;
        }

        if (channel.Archived)
        {
            channel.Thread!.Archive(archived: false, world.Now);
            world.ChannelChanged("THREAD_UPDATE", channel);
        }

        var message = poster.Create(channel, world.Bot, draft, kind: isReply ? 19 : 0);
        _nonces.Remember(world.Bot.Id, message.Nonce, message);
        return RestReply.Ok(Json(channel, message));
    }

    private RestReply Update(RestCall call)
    {
        var channel = doors.Channel(call);
        var message = Doors.Message(call, channel);
        if (message.Author.Id != world.Bot.Id && (!doors.May(channel, Permissions.ManageMessages) || call.Form.Any(pair => pair.Key is not "flags")))
        {
            throw new Refusal(403, 50005, "Cannot edit a message authored by another user");
        }

        if (channel.Archived)
        {
            throw Refusal.ArchivedThread;
        }

        var draft = MessageForm.Read(call.Form, call.Files, FormKind.Edit, message);
        _rights.MayAttach(channel, draft);
        LimitOldEdits(channel, message);
        poster.Edit(channel, message, draft);
        return RestReply.Ok(Json(channel, message));
    }

    private RestReply Delete(RestCall call)
    {
        var channel = doors.Channel(call);
        var message = Doors.Message(call, channel);
        if (message.Author.Id != world.Bot.Id)
        {
            doors.Need(channel, Permissions.ManageMessages);
        }

        poster.Delete(channel, message);
        return RestReply.Nothing;
    }

    private RestReply DeleteMany(RestCall call)
    {
        var channel = doors.Channel(call, Permissions.ManageMessages);
        var ids = (call.Form["messages"] as JsonArray ?? []).Select(one => ulong.TryParse(one?.ToString(), CultureInfo.InvariantCulture, out var id) ? id : 0).Distinct().ToList();
        if (ids.Count is < 2 or > 100)
        {
            throw new Refusal(400, 50016, "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete");
        }

        if (ids.Exists(id => world.Now - Snowflakes.TimeOf(id) > BulkAge))
        {
            throw new Refusal(400, 50034, "A message provided was too old to bulk delete");
        }

        poster.Delete(channel, ids);
        return RestReply.Nothing;
    }

    private void LimitOldEdits(DiscordChannel channel, DiscordMessage message)
    {
        if (world.Now - message.PostedAt <= world.Options.OldMessageAge)
        {
            return;
        }

        if (!_oldEdits.TryGetValue(channel.Id, out var window))
        {
            window = new RateWindow(world.Options.OldEditLimit);
            _oldEdits[channel.Id] = window;
        }

        if (!window.TryTake(world.Now))
        {
            throw new Refusal(429, 30046, "Maximum number of edits to messages older than 1 hour reached. Try again later.") { RetryAfter = window.ResetsAt - world.Now };
        }
    }

    private JsonObject Json(DiscordChannel channel, DiscordMessage message) => MessageView.Of(world, channel, message);
}
