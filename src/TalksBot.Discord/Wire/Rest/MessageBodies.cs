using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Writes drafts and edits with the files they bring (discord.md §3.2).</summary>
internal static class MessageBodies
{
    public static RequestBody Of(MessageDraft draft) =>
        RequestBody.Of(Numbered(draft), WireJson.Default.MessageDraft, draft.Files);

    public static RequestBody Of(MessageEdit edit) =>
        RequestBody.Of(Numbered(edit), WireJson.Default.MessageEdit, edit.Files);

    public static MessageDraft Numbered(MessageDraft draft) =>
        draft with { Attachments = AttachmentNote.For(keep: null, draft.Files) };

    public static MessageEdit Numbered(MessageEdit edit) =>
        edit with { Attachments = AttachmentNote.For(edit.Keep, edit.Files) };
}
