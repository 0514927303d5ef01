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
