using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>A channel, thread or direct conversation, with what was said there.</summary>
internal sealed class DiscordChannel(ulong id, ulong guildId, ChannelKind kind, string name)
{
    public ulong Id => id;

    /// <summary>Zero for a direct conversation.</summary>
    public ulong GuildId => guildId;

    public ChannelKind Kind => kind;

    public string Name { get; set; } = name;

    public ulong? ParentId { get; set; }

    public int Position { get; set; }

    public string? Topic { get; set; }

    /// <summary>Seconds between two messages of one person; bots are not held to it.</summary>
    public int Slowmode { get; set; }

    /// <summary>The person at the other end of a direct conversation.</summary>
    public DiscordUser? Recipient { get; init; }

    public List<Overwrite> Overwrites { get; } = [];

    public SortedDictionary<ulong, DiscordMessage> Messages { get; } = [];

    /// <summary>Pinned messages and since when, newest first.</summary>
    public List<(ulong MessageId, DateTimeOffset At)> Pins { get; } = [];

    public DiscordThread? Thread { get; init; }

    public ulong LastMessageId { get; set; }

    public bool IsThread => Thread is not null;

    public bool Archived => Thread?.Archived is true;

    public bool TakesMessages => kind is not (ChannelKind.Category or ChannelKind.Forum or ChannelKind.Media);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = $"{id}", ["type"] = (int)kind, ["flags"] = 0 };
        json["last_message_id"] = LastMessageId is 0 ? null : $"{LastMessageId}";
        json["last_pin_timestamp"] = Pins.Count is 0 ? null : Iso.Of(Pins[0].At);
        if (kind is ChannelKind.Direct)
        {
            json["recipients"] = new JsonArray(Recipient!.ToJson());
            return json;
        }

        json["guild_id"] = $"{guildId}";
        json["name"] = Name;
        json["parent_id"] = ParentId is null ? null : $"{ParentId}";
        json["rate_limit_per_user"] = Slowmode;
        if (Thread is not null)
        {
            Thread.WriteTo(json, Messages.Count);
            return json;
        }

        json["topic"] = Topic;
        json["position"] = Position;
        json["nsfw"] = false;
        json["permission_overwrites"] = Iso.List(Overwrites.Select(overwrite => overwrite.ToJson()));
        return json;
    }
}
