using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Posting;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.State;
using TalksBot.Simulators.Discord.Web;

namespace TalksBot.Simulators.Discord.Routes;

/// <summary>What the bot needs for posting at all, for embeds, files and replies. Protocol sheet §2 and §12.</summary>
internal sealed class PostingRights(Doors doors)
{
    public void MayPost(DiscordChannel channel)
    {
        if (!channel.TakesMessages)
        {
            throw new Refusal(400, 50008, "Cannot send messages in a non-text channel");
        }

        if (channel.Recipient is { TakesDirect: false })
        {
            throw new Refusal(403, 50007, "Cannot send messages to this user");
        }

        doors.Need(channel, channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages);
        if (channel.Thread?.Locked is true && !doors.May(channel, Permissions.ManageThreads))
        {
            throw new Refusal(403, 160005, "Thread is locked");
        }
    }

    /// <summary>Embeds alone are refused where the bot may not embed; beside words they are left out without a word (discord/discord-api-docs#2601).</summary>
    public void MayAttach(DiscordChannel channel, MessageDraft draft)
    {
        if (draft.HasEmbeds && !doors.May(channel, Permissions.EmbedLinks))
        {
            if (draft.Content.Trim().Length is 0)
            {
                doors.Need(channel, Permissions.EmbedLinks);
            }

            draft.Body.Remove("embeds");
        }

        if (draft.Files.Count > 0)
        {
            doors.Need(channel, Permissions.AttachFiles);
        }
    }

    /// <summary>True when the post replies to a message that exists.</summary>
    public bool MayReply(DiscordChannel channel, MessageDraft draft)
    {
        if (draft.Body["message_reference"] is not JsonObject reference)
        {
            return false;
        }

        if (!doors.May(channel, Permissions.ReadMessageHistory))
        {
            throw new Refusal(403, 160002, "Cannot reply without permission to read message history");
        }

        if (ulong.TryParse(reference["message_id"]?.ToString(), out var id) && channel.Messages.ContainsKey(id))
        {
            return true;
        }

        if ((bool?)reference["fail_if_not_exists"] ?? true)
        {
            throw Form.Invalid("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
        }

        draft.Body.Remove("message_reference");
        return false;
    }
}
