using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord;

/// <summary>A message as it stood at one moment.</summary>
public sealed record PostedMessage(ulong Id, ulong ChannelId, ulong AuthorId, string Content, DateTimeOffset PostedAt)
{
    public string? Nonce { get; init; }

    public bool Pinned { get; init; }

    public bool Ephemeral { get; init; }

    /// <summary>True while a deferred answer shows only "thinking".</summary>
    public bool Loading { get; init; }

    public int Edits { get; init; }

    /// <summary>0 ordinary, 6 the notice of a pin, 19 reply, 20 answer to a command.</summary>
    public int Kind { get; init; }

    public IReadOnlyList<PostedFile> Files { get; init; } = [];

    /// <summary>The whole message as the API would show it.</summary>
    public required JsonObject Json { get; init; }

    public JsonArray Embeds => Json["embeds"]!.AsArray();

    public JsonArray Components => Json["components"]!.AsArray();

    /// <summary>Whom it pings: the ids of users, the ids of roles, and whether everyone.</summary>
    public (IReadOnlyList<string> Users, IReadOnlyList<string> Roles, bool Everyone) Pings =>
        ([.. Json["mentions"]!.AsArray().Select(user => (string)user!["id"]!)], [.. Json["mention_roles"]!.AsArray().Select(role => (string)role!)], (bool)Json["mention_everyone"]!);

    internal static PostedMessage Of(State.DiscordMessage message) => new(message.Id, message.ChannelId, message.Author.Id, message.Content, message.PostedAt)
    {
        Nonce = message.Nonce?.ToString(),
        Pinned = message.Pinned,
        Ephemeral = message.Flags.HasFlag(State.MessageFlag.Ephemeral),
        Loading = message.Flags.HasFlag(State.MessageFlag.Loading),
        Edits = message.Edits,
        Kind = message.Kind,
        Files = [.. message.Files.Select(file => new PostedFile(file.Name, file.ContentType, file.Description, file.Bytes) { Url = file.Url })],
        Json = message.ToJson(),
    };
}
