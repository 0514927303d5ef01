using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.State;

/// <summary>One message; ephemeral ones have <see cref="OnlyFor"/>.</summary>
internal sealed class SlackMessage(SlackChannel channel, string ts, SlackUser author)
{
    private readonly Dictionary<string, JsonObject> _kept = new(StringComparer.Ordinal);

    public SlackChannel Channel => channel;

    public string Ts => ts;

    public SlackUser Author => author;

    public required Instant PostedAt { get; init; }

    public string Text { get; set; } = "";

    public JsonArray? Blocks { get; set; }

    public JsonArray? Attachments { get; set; }

    public JsonObject? Metadata { get; set; }

    public string? ThreadTs { get; set; }

    public string? OnlyFor { get; init; }

    public string? Command { get; set; }

    public string? EditedTs { get; set; }

    public bool Deleted { get; set; }

    public string? ClientMessageId { get; set; }

    public List<SlackFile> Files { get; } = [];

    /// <summary>Files shown inside its blocks.</summary>
    public List<SlackFile> Embedded { get; } = [];

    public List<string> Pings { get; } = [];

    /// <summary>Emoji under it by name, each with the ids of who put it there.</summary>
    public List<(string Name, List<string> Users)> Reactions { get; } = [];

    /// <summary>A reply that stands in the channel as well.</summary>
    public bool Broadcast { get; set; }

    /// <summary>What a person chose in its fields, by block id and action id.</summary>
    public JsonObject KeptFor(string user) => _kept.TryGetValue(user, out var kept) ? kept : _kept[user] = [];

    public bool IsReply => ThreadTs is not null && ThreadTs != ts;

    /// <summary>As the API shows it. <paramref name="allMetadata"/> false leaves of the metadata only its type. slack.md §3.</summary>
    public JsonObject ToJson(SlackWorld world, bool allMetadata)
    {
        var json = new JsonObject { ["user"] = author.Id, ["type"] = "message", ["ts"] = ts, ["text"] = Text, ["team"] = world.TeamId };
        if (author.BotId is not null)
        {
            json["bot_id"] = author.BotId;
            json["app_id"] = world.AppId;
        }

        PutThread(json);
        Put(json, "client_msg_id", ClientMessageId);
        Put(json, "blocks", Blocks?.DeepClone());
        Put(json, "attachments", Attachments?.DeepClone());
        Put(json, "edited", EditedTs is null ? null : new JsonObject { ["user"] = author.Id, ["ts"] = EditedTs });
        Put(json, "files", Files.Count is 0 ? null : new JsonArray([.. Files.Select(file => file.ToJson(world))]));
        Put(json, "reactions", Reactions.Count is 0 ? null : new JsonArray([.. Reactions.Select(one => (JsonNode)ReactionJson(one.Name, one.Users))]));
        Put(json, "pinned_to", channel.Pins.Contains(ts) ? new JsonArray(channel.Id) : null);
        if (Metadata is not null)
        {
            json["metadata"] = allMetadata ? Metadata.DeepClone() : new JsonObject { ["event_type"] = Metadata["event_type"]!.DeepClone() };
        }

        Put(json, "is_ephemeral", OnlyFor is null ? null : true);
        return json;
    }

    public PostedMessage ToPosted(SlackWorld world) => new(channel.Id, ts, author.Id, Text)
    {
        ThreadTs = ThreadTs,
        PostedAt = PostedAt,
        Edited = EditedTs is not null,
        Deleted = Deleted,
        Pinned = channel.Pins.Contains(ts),
        OnlyFor = OnlyFor,
        Command = Command,
        Files = [.. Files.Concat(Embedded).Select(file => file.ToPosted(world))],
        Pings = [.. Pings],
        Metadata = Metadata?.DeepClone().AsObject(),
        Json = ToJson(world, allMetadata: true),
    };

    /// <summary>Of a reply whose it is under, of a parent who replied. slack.md §3.</summary>
    private void PutThread(JsonObject json)
    {
        Put(json, "thread_ts", ThreadTs);
        if (IsReply)
        {
            Put(json, "subtype", Broadcast ? "thread_broadcast" : null);
            Put(json, "parent_user_id", channel.Messages.GetValueOrDefault(ThreadTs!)?.Author.Id);
            return;
        }

        var replies = channel.Messages.Values.Where(one => one.IsReply && !one.Deleted && one.ThreadTs == ts).ToList();
        if (replies.Count > 0)
        {
            var users = replies.Select(one => one.Author.Id).Distinct(StringComparer.Ordinal).ToList();
            json["reply_count"] = replies.Count;
            json["reply_users_count"] = users.Count;
            json["reply_users"] = new JsonArray([.. users.Select(user => (JsonNode)user)]);
            json["latest_reply"] = replies[^1].Ts;
        }
    }

    private static JsonObject ReactionJson(string name, List<string> users) => new()
    {
        ["name"] = name,
        ["users"] = new JsonArray([.. users.Select(user => (JsonNode)user)]),
        ["count"] = users.Count,
    };

    private static void Put(JsonObject json, string key, JsonNode? value)
    {
        if (value is not null)
        {
            json[key] = value;
        }
    }
}
