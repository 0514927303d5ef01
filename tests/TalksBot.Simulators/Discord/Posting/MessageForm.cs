using System.Text.Json;
using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.State;
using TalksBot.Simulators.Discord.Web;

namespace TalksBot.Simulators.Discord.Posting;

/// <summary>Checks a message body by every documented limit. Protocol sheet §3 and §4.</summary>
internal static class MessageForm
{
    private const int MostAttachments = 10;
    private const int MostStickers = 3;

    /// <summary>Throws on any fault; <paramref name="kept"/> is the message being edited, whose files may stay.</summary>
    public static MessageDraft Read(JsonObject body, IReadOnlyList<UploadedFile> files, FormKind kind, DiscordMessage? kept = null, string at = "")
    {
        var form = new Form();
        var flags = (MessageFlag)(form.Whole(body, "flags", at, 0, int.MaxValue) ?? 0) & Settable(kind);
        var v2 = flags.HasFlag(MessageFlag.ComponentsV2) || kept?.Flags.HasFlag(MessageFlag.ComponentsV2) is true;
        form.Text(body, "content", at, 2000);
        form.Flag(body, "tts", at);
        form.Length(Form.Join(at, "sticker_ids"), (body["sticker_ids"] as JsonArray)?.Count ?? 0, MostStickers);
        form.Flag(body, "enforce_nonce", at);
        CheckNonce(form, body, at);
        var entries = ReadAttachments(form, body, files, kept, at);
        var draft = new MessageDraft(body, kind, files) { Flags = flags, Attachments = entries };
        var names = Names(draft, kept);
        EmbedRules.Check(form, body, at, names);
        MentionRules.Check(form, body, at);
        new ComponentRules(form, v2, names).Check(body, at);
        if (v2)
        {
            RefuseLegacyFields(form, body, at);
        }

        form.ThrowIfFaulty();
        return draft;
    }

    private static MessageFlag Settable(FormKind kind) => kind switch
    {
        FormKind.Create => MessageFlag.SuppressEmbeds | MessageFlag.SuppressNotifications | MessageFlag.VoiceMessage | MessageFlag.ComponentsV2,
        FormKind.Answer => MessageFlag.SuppressEmbeds | MessageFlag.SuppressNotifications | MessageFlag.Ephemeral | MessageFlag.ComponentsV2,
        _ => MessageFlag.SuppressEmbeds | MessageFlag.ComponentsV2,
    };

    private static void CheckNonce(Form form, JsonObject body, string at)
    {
        var nonce = body["nonce"];
        if (nonce?.GetValueKind() is JsonValueKind.String)
        {
            form.Text(body, "nonce", at, 25);
        }
        else
        {
            form.Whole(body, "nonce", at, long.MinValue, long.MaxValue);
        }
    }

    private static List<AttachmentEntry>? ReadAttachments(Form form, JsonObject body, IReadOnlyList<UploadedFile> files, DiscordMessage? kept, string at)
    {
        if (!body.ContainsKey("attachments"))
        {
            RefuseTooMany(files.Count + (kept?.Files.Count ?? 0));
            return null;
        }

        var entries = new List<AttachmentEntry>();
        foreach (var (item, place) in form.Items(body, "attachments", at, int.MaxValue))
        {
            var id = (ulong)Math.Max(0, form.Whole(item, "id", place, 0, long.MaxValue, required: true) ?? 0);
            entries.Add(new AttachmentEntry(id, form.Text(item, "filename", place, 1024), form.Text(item, "description", place, 1024)));
            if (!files.Any(file => file.Index == id) && kept?.Files.Exists(file => file.Id == id) is not true)
            {
                form.Add($"{place}.id", "ATTACHMENT_NOT_FOUND", $"There is no file with id {id}.");
            }
        }

        RefuseTooMany(entries.Count);
        foreach (var file in files.Where(file => !entries.Exists(entry => entry.Id == file.Index)))
        {
            form.Add(Form.Join(at, "attachments"), "ATTACHMENT_NOT_LISTED", $"files[{file.Index}] has no entry here.");
        }

        return entries;
    }

    private static void RefuseTooMany(int count)
    {
        if (count > MostAttachments)
        {
            throw new Refusal(400, 30015, "Maximum number of attachments reached (10)");
        }
    }

    private static HashSet<string> Names(MessageDraft draft, DiscordMessage? kept)
    {
        var stay = kept?.Files.Where(file => draft.Attachments?.Any(entry => entry.Id == file.Id) ?? true).Select(file => file.Name) ?? [];
        return draft.Files.Select(file => draft.EntryOf(file).Name!).Concat(stay).ToHashSet(StringComparer.Ordinal);
    }

    private static void RefuseLegacyFields(Form form, JsonObject body, string at)
    {
        foreach (var key in new[] { "content", "embeds", "poll", "sticker_ids" })
        {
            if (body[key] is { } value && value is not JsonArray { Count: 0 })
            {
                form.Add(Form.Join(at, key), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The \"{key}\" field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }
    }
}
