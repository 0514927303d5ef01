using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

/// <summary>A message to create, follow up or answer with; what is null is left out (limits in discord.md §3).</summary>
public sealed record MessageDraft
{
    /// <summary>At most 2000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>At most ten, and 6000 characters of text over all of them.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>At most five rows.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Nobody unless said otherwise; Discord's own default would ping everyone it finds in the text.</summary>
    public AllowedMentions? AllowedMentions { get; init; } = AllowedMentions.None;

    /// <summary>At most 25 characters, unique per author and not per channel; not for interactions (discord.md §3.1).</summary>
    public string? Nonce { get; init; }

    /// <summary>Makes Discord return the earlier message of the same nonce instead of a second one.</summary>
    public bool? EnforceNonce { get; init; }

    public MessageTraits? Flags { get; init; }

    /// <summary>The message replied to.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>Sent beside the JSON as multipart; an embed shows one as <c>attachment://name</c>.</summary>
    [JsonIgnore]
    public IReadOnlyList<FileUpload> Files { get; init; } = [];

    /// <summary>Filled from <see cref="Files"/> when the request is written.</summary>
    [JsonInclude]
    internal IReadOnlyList<AttachmentNote>? Attachments { get; init; }
}

/// <summary>Whom a message may ping; a kind in <c>Parse</c> must not also have a list of ids (discord.md §3).</summary>
public sealed record AllowedMentions(
    IReadOnlyList<string> Parse,
    IReadOnlyList<Snowflake>? Users = null,
    IReadOnlyList<Snowflake>? Roles = null,
    bool? RepliedUser = null)
{
    /// <summary>Nobody, whatever the text says.</summary>
    public static AllowedMentions None { get; } = new([]);

    /// <summary>These roles and nobody else.</summary>
    public static AllowedMentions OnlyRoles(params IReadOnlyList<Snowflake> roles) => new([], Roles: roles);

    /// <summary>These users and nobody else.</summary>
    public static AllowedMentions OnlyUsers(params IReadOnlyList<Snowflake> users) => new([], Users: users);
}

/// <summary>Names an attachment inside the JSON: a kept one by its id, a new one by its part's number (discord.md §3.2).</summary>
internal sealed record AttachmentNote(Snowflake Id, string? Filename = null, string? Description = null)
{
    public static IReadOnlyList<AttachmentNote>? For(IReadOnlyList<Snowflake>? keep, IReadOnlyList<FileUpload> files)
    {
        if (keep is null && files.Count == 0)
        {
            return null;
        }

        var kept = (keep ?? []).Select(id => new AttachmentNote(id));
        var added = files.Select((file, n) => new AttachmentNote(new((ulong)n), file.Filename, file.Description));
        return [.. kept, .. added];
    }
}

/// <summary>A file to send, 10 MiB at most; <c>Description</c> is its alt text, 1024 characters at most (discord.md §3).</summary>
public sealed record FileUpload(
    string Filename, ReadOnlyMemory<byte> Content, string? Description = null, string ContentType = "image/png");

/// <summary>A change to a message: null leaves a part as it is, empty text or an empty list clears it (discord.md §3).</summary>
public sealed record MessageEdit
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Nobody unless said otherwise: an edit without it parses mentions anew with Discord's defaults.</summary>
    public AllowedMentions? AllowedMentions { get; init; } = AllowedMentions.None;

    public MessageTraits? Flags { get; init; }

    /// <summary>Attachments to keep: null with no new files keeps all, otherwise the others are dropped.</summary>
    [JsonIgnore]
    public IReadOnlyList<Snowflake>? Keep { get; init; }

    /// <summary>New files, sent beside the JSON as multipart.</summary>
    [JsonIgnore]
    public IReadOnlyList<FileUpload> Files { get; init; } = [];

    /// <summary>Filled from <see cref="Keep"/> and <see cref="Files"/> when the request is written.</summary>
    [JsonInclude]
    internal IReadOnlyList<AttachmentNote>? Attachments { get; init; }
}

/// <summary>Reads a nonce, which other clients send as an integer (discord.md §3.1).</summary>
internal sealed class NonceConverter : JsonConverter<string?>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? reader.GetInt64().ToString(CultureInfo.InvariantCulture)
            : reader.GetString();

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
