using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

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
