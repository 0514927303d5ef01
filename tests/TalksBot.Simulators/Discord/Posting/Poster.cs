using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Posting;

/// <summary>Puts messages into channels and changes them; what is allowed was decided before.</summary>
internal sealed class Poster(DiscordWorld world, DiscordStats stats)
{
    public DiscordMessage Create(DiscordChannel channel, DiscordUser author, MessageDraft draft, MessageOrigin? origin = null, int kind = 0, ulong? id = null)
    {
        if (draft.IsEmpty && !draft.Flags.HasFlag(MessageFlag.Loading))
        {
            throw Refusal.EmptyMessage;
        }

        var message = new DiscordMessage(id ?? world.Ids.Next(), channel.Id, author)
        {
            Kind = kind,
            Nonce = draft.Body["nonce"]?.DeepClone(),
            Reference = ReferenceOf(channel, draft),
            Tts = (bool?)draft.Body["tts"] ?? false,
            Flags = draft.Flags,
            Origin = origin,
            WebhookId = draft.WebhookId,
        };
        Fill(channel, message, draft, FileStore.Store(world, channel.Id, draft));
        Add(channel, message);
        return message;
    }

    public void Add(DiscordChannel channel, DiscordMessage message)
    {
        channel.Messages[message.Id] = message;
        channel.LastMessageId = message.Id;
        stats.MessagesCreated++;
        world.MessageChanged("MESSAGE_CREATE", channel, message);
    }

    /// <summary>Absent keys stay as they were; mentions are read again by the defaults. Protocol sheet §3, edit.</summary>
    public void Edit(DiscordChannel channel, DiscordMessage message, MessageDraft draft)
    {
        var body = draft.Body;
        var stay = draft.Has("attachments")
            ? message.Files.Where(file => draft.Attachments!.Any(entry => entry.Id == file.Id))
            : message.Files;
        var files = stay.Concat(FileStore.Store(world, channel.Id, draft)).ToList();
        var leavesNothing = files.Count is 0
            && (draft.Has("content") ? draft.Content : message.Content).Trim().Length is 0
            && ((draft.Has("embeds") ? body["embeds"] as JsonArray : message.Embeds)?.Count ?? 0) is 0
            && ((draft.Has("components") ? body["components"] as JsonArray : message.Components)?.Count ?? 0) is 0;
        if (leavesNothing)
        {
            throw Refusal.EmptyMessage;
        }

        foreach (var entry in draft.Attachments ?? [])
        {
            files.Where(file => file.Id == entry.Id && entry.Description is not null).ToList().ForEach(file => file.Description = entry.Description);
        }

        if (draft.Has("flags"))
        {
            message.Flags = (message.Flags & ~MessageFlag.SuppressEmbeds) | draft.Flags;
        }

        // What fills a "thinking" placeholder is the answer itself, and not shown as edited.
        message.EditedAt = message.Flags.HasFlag(MessageFlag.Loading) ? null : world.Now;
        message.Flags &= ~MessageFlag.Loading;
        Fill(channel, message, draft, files);
        message.Edits++;
        world.MessageChanged("MESSAGE_UPDATE", channel, message);
    }

    public void Delete(DiscordChannel channel, DiscordMessage message)
    {
        channel.Messages.Remove(message.Id);
        channel.Pins.RemoveAll(pin => pin.MessageId == message.Id);
        if (message.OnlyFor is null)
        {
            world.MessageGone(channel, message.Id);
        }
    }

    /// <summary>Several at once, told as one; ids of no message are passed over.</summary>
    public void Delete(DiscordChannel channel, IReadOnlyList<ulong> ids)
    {
        var gone = ids.Where(channel.Messages.Remove).ToList();
        channel.Pins.RemoveAll(pin => gone.Contains(pin.MessageId));
        var json = new JsonObject { ["ids"] = Iso.Ids(gone), ["channel_id"] = $"{channel.Id}", ["guild_id"] = $"{channel.GuildId}" };
        world.Publish(new GatewayEvent("MESSAGE_DELETE_BULK", json, Intents.GuildMessages, channel.GuildId));
    }

    private void Fill(DiscordChannel channel, DiscordMessage message, MessageDraft draft, List<StoredFile> files)
    {
        var isNew = draft.Kind is FormKind.Create or FormKind.Answer;
        message.Files = files;
        if (isNew || draft.Has("content"))
        {
            message.Content = draft.Content.Trim();
        }

        if (isNew || draft.Has("embeds"))
        {
            (message.Embeds, message.EmbeddedFiles) = EmbedRendering.Embeds(draft.Body["embeds"] as JsonArray, files);
        }

        if (isNew || draft.Has("components"))
        {
            message.Components = new ComponentRendering(world.Ids, files).Render(draft.Body["components"] as JsonArray);
        }

        var may = Access.Of(world, message.Author.Id, channel);
        message.Mentions = MentionRules.Read(world, channel, message.Content, draft.AllowedMentions, draft.IsAnswer, may.HasFlag(Permissions.MentionEveryone));
    }

    private static JsonObject? ReferenceOf(DiscordChannel channel, MessageDraft draft)
    {
        if (draft.Body["message_reference"] is not JsonObject written)
        {
            return null;
        }

        var reference = new JsonObject { ["type"] = 0, ["channel_id"] = $"{channel.Id}", ["message_id"] = written["message_id"]?.ToString() };
        if (channel.GuildId is not 0)
        {
            reference["guild_id"] = $"{channel.GuildId}";
        }

        return reference;
    }
}
