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

    /// <summary>Who is in it and since when.</summary>
    public SortedDictionary<ulong, DateTimeOffset> Members { get; } = new() { [ownerId] = createdAt };

    public JsonObject MemberJson(ulong thread, ulong user) => new()
    {
        ["id"] = $"{thread}",
        ["user_id"] = $"{user}",
        ["join_timestamp"] = Iso.Of(Members[user]),
        ["flags"] = 0,
    };

    public void Archive(bool archived, DateTimeOffset now)
    {
        Archived = archived;
        ArchiveChangedAt = now;
    }

    public void WriteTo(JsonObject json, int messages)
    {
        json["owner_id"] = $"{ownerId}";
        json["message_count"] = messages;
        json["member_count"] = Members.Count;
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
