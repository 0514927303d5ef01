using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.State;
using TalksBot.Simulators.Discord.Web;

namespace TalksBot.Simulators.Discord.Posting;

/// <summary>A body that passed every check. <see cref="Has"/> tells an absent key from a null one, which edits need.</summary>
internal sealed record MessageDraft(JsonObject Body, FormKind Kind, IReadOnlyList<UploadedFile> Files)
{
    public MessageFlag Flags { get; init; }

    /// <summary>Null when the body does not speak of attachments.</summary>
    public IReadOnlyList<AttachmentEntry>? Attachments { get; init; }

    /// <summary>The webhook that writes; null for everybody else.</summary>
    public ulong? WebhookId { get; init; }

    public string Content => (string?)Body["content"] ?? "";

    public JsonObject? AllowedMentions => Body["allowed_mentions"] as JsonObject;

    public bool Enforced => (bool?)Body["enforce_nonce"] ?? false;

    public bool IsAnswer => Kind is FormKind.Answer or FormKind.AnswerEdit;

    public bool HasEmbeds => Body["embeds"] is JsonArray { Count: > 0 };

    public bool IsEmpty =>
        Content.Trim().Length is 0 && !HasEmbeds && Files.Count is 0
        && Body["components"] is not JsonArray { Count: > 0 }
        && Body["sticker_ids"] is not JsonArray { Count: > 0 }
        && Body["poll"] is null;

    public bool Has(string key) => Body.ContainsKey(key);

    /// <summary>The file's name and description as its placeholder would have them.</summary>
    public AttachmentEntry EntryOf(UploadedFile file) =>
        Attachments?.FirstOrDefault(entry => entry.Id == file.Index) is { } entry
            ? entry with { Name = entry.Name ?? file.Name }
            : new AttachmentEntry(file.Index, file.Name, null);
}
