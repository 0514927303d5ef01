using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>An event on a guild's calendar.</summary>
internal sealed class ScheduledEvent(ulong id, ulong guildId, DiscordUser creator)
{
    public ulong Id => id;

    public ulong GuildId => guildId;

    public DiscordUser Creator => creator;

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public DateTimeOffset Start { get; set; }

    public DateTimeOffset? End { get; set; }

    /// <summary>1 stage, 2 voice, 3 elsewhere.</summary>
    public int Kind { get; set; }

    /// <summary>1 scheduled, 2 active, 3 completed, 4 cancelled.</summary>
    public int Status { get; set; } = 1;

    public ulong? ChannelId { get; set; }

    public string? Location { get; set; }

    public JsonObject ToJson() => new()
    {
        ["id"] = $"{id}",
        ["guild_id"] = $"{guildId}",
        ["channel_id"] = ChannelId is null ? null : $"{ChannelId}",
        ["creator_id"] = $"{creator.Id}",
        ["creator"] = creator.ToJson(),
        ["name"] = Name,
        ["description"] = Description,
        ["image"] = null,
        ["scheduled_start_time"] = Iso.Of(Start),
        ["scheduled_end_time"] = End is { } end ? Iso.Of(end) : null,
        ["privacy_level"] = 2,
        ["status"] = Status,
        ["entity_type"] = Kind,
        ["entity_id"] = null,
        ["entity_metadata"] = Kind is 3 ? new JsonObject { ["location"] = Location } : null,
        ["recurrence_rule"] = null,
        ["user_count"] = 0,
        ["guild_scheduled_event_exceptions"] = new JsonArray(),
    };
}
