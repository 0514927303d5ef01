using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord.State;

/// <summary>What a thread is beyond a channel. Protocol sheet §2.</summary>
internal sealed class DiscordThread(ulong ownerId, DateTimeOffset createdAt, int archiveMinutes)
{
    public bool Archived { get; private set; }

    /// <summary>Null until it is first archived or opened again.</summary>
    public DateTimeOffset? ArchiveChangedAt { get; private set; }

    public bool Locked { get; set; }

    public ulong OwnerId => ownerId;

    public int ArchiveMinutes { get; set; } = archiveMinutes;

    public void Archive(bool archived, DateTimeOffset now)
    {
        Archived = archived;
        ArchiveChangedAt = now;
    }

    public void WriteTo(JsonObject json, int messages)
    {
        json["owner_id"] = $"{ownerId}";
        json["message_count"] = messages;
        json["member_count"] = 1;
        json["total_message_sent"] = messages;
        json["thread_metadata"] = new JsonObject
        {
            ["archived"] = Archived,
            ["archive_timestamp"] = Iso.Of(ArchiveChangedAt ?? createdAt),
            ["auto_archive_duration"] = ArchiveMinutes,
            ["locked"] = Locked,
            ["create_timestamp"] = Iso.Of(createdAt),
        };
    }
}
