using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>A message as Discord keeps it. Protocol sheet §3.</summary>
internal sealed class DiscordMessage(ulong id, ulong channelId, DiscordUser author)
{
    public ulong Id => id;

    public ulong ChannelId => channelId;

    public DiscordUser Author => author;

    /// <summary>0 ordinary, 6 "pinned a message", 18 "started a thread", 19 reply, 20 answer to a slash command.</summary>
    public int Kind { get; init; }

    public string Content { get; set; } = "";

    public JsonArray Embeds { get; set; } = [];

    public JsonArray Components { get; set; } = [];

    public List<StoredFile> Files { get; set; } = [];

    /// <summary>Ids of files that embeds show; Discord leaves those out of the message's own attachments.</summary>
    public HashSet<ulong> EmbeddedFiles { get; set; } = [];

    public MessageFlag Flags { get; set; }

    public JsonNode? Nonce { get; init; }

    public JsonObject? Reference { get; init; }

    public Mentions Mentions { get; set; } = Mentions.None;

    public bool Tts { get; init; }

    public bool Pinned { get; set; }

    public DateTimeOffset? EditedAt { get; set; }

    public int Edits { get; set; }

    /// <summary>Set on answers to interactions.</summary>
    public MessageOrigin? Origin { get; init; }

    public DiscordChannel? Thread { get; set; }

    public Reactions Reactions { get; } = new();

    /// <summary>The webhook that wrote it; null for everybody else.</summary>
    public ulong? WebhookId { get; init; }

    /// <summary>The one person who sees it; null for everybody.</summary>
    public ulong? OnlyFor => Flags.HasFlag(MessageFlag.Ephemeral) ? Origin?.UserId : null;

    public DateTimeOffset PostedAt => Snowflakes.TimeOf(id);

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["type"] = Kind,
            ["content"] = Content,
            ["mentions"] = Iso.List(Mentions.Users.Select(user => user.ToJson())),
            ["mention_roles"] = Iso.Ids(Mentions.Roles),
            ["attachments"] = Iso.List(Files.Where(file => !EmbeddedFiles.Contains(file.Id)).Select(file => file.ToJson())),
            ["embeds"] = Embeds.DeepClone(),
            ["timestamp"] = Iso.Of(PostedAt),
            ["edited_timestamp"] = EditedAt is { } at ? Iso.Of(at) : null,
            ["flags"] = (int)Flags,
            ["components"] = Components.DeepClone(),
            ["id"] = $"{id}",
            ["channel_id"] = $"{channelId}",
            ["author"] = author.ToJson(),
            ["pinned"] = Pinned,
            ["mention_everyone"] = Mentions.Everyone,
            ["tts"] = Tts,
        };
        WriteWhatMayBeAbsent(json);
        return json;
    }

    private void WriteWhatMayBeAbsent(JsonObject json)
    {
        if (Nonce is not null)
        {
            json["nonce"] = Nonce.DeepClone();
        }

        if (Reference is not null)
        {
            json["message_reference"] = Reference.DeepClone();
        }

        if (Thread is not null)
        {
            json["thread"] = Thread.ToJson();
        }

        if (!Reactions.IsEmpty)
        {
            json["reactions"] = Reactions.ToJson();
        }

        if (WebhookId is not null)
        {
            json["webhook_id"] = $"{WebhookId}";
        }

        Origin?.WriteTo(json);
    }
}
