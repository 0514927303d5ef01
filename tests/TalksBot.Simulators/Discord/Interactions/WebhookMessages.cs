using System.Globalization;
using TalksBot.Simulators.Discord.Posting;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.State;
using TalksBot.Simulators.Discord.Web;

namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>What the holder of an incoming webhook's token may do. The routes are those of the follow-ups; the id tells which is meant.</summary>
internal sealed class WebhookMessages(DiscordWorld world, Poster poster)
{
    /// <summary>Whether the path names a webhook rather than the application.</summary>
    public bool Owns(RestCall call) => call.Id("application_id") != world.ApplicationId;

    public RestReply Post(RestCall call)
    {
        var hook = Living(call);
        var channel = Place(call, hook);
        var name = new Form().Text(call.Form, "username", "", 80, 1) ?? hook.Name;
        var draft = MessageForm.Read(call.Form, call.Files, FormKind.Answer);
        if (draft.IsEmpty)
        {
            throw Refusal.EmptyMessage;
        }

        var message = poster.Create(channel, new DiscordUser(hook.Id, name, Bot: true), draft with { WebhookId = hook.Id, Flags = draft.Flags & ~MessageFlag.Ephemeral });
        return call.QueryFlag("wait") ? Shown(channel, message) : RestReply.Nothing;
    }

    public RestReply Get(RestCall call)
    {
        var (channel, message) = Find(call);
        return Shown(channel, message);
    }

    public RestReply Edit(RestCall call)
    {
        var (channel, message) = Find(call);
        poster.Edit(channel, message, MessageForm.Read(call.Form, call.Files, FormKind.AnswerEdit, message));
        return Shown(channel, message);
    }

    public RestReply Delete(RestCall call)
    {
        var (channel, message) = Find(call);
        poster.Delete(channel, message);
        return RestReply.Nothing;
    }

    private DiscordWebhook Living(RestCall call)
    {
        var hook = world.Webhooks.GetValueOrDefault(call.Id("application_id")) ?? throw Refusal.UnknownWebhook;
        return string.Equals(hook.Token, call.Path["token"], StringComparison.Ordinal) ? hook : throw new Refusal(401, 50027, "Invalid Webhook Token");
    }

    private DiscordChannel Place(RestCall call, DiscordWebhook hook)
    {
        var channel = world.Channels.GetValueOrDefault(call.QueryId("thread_id") ?? hook.ChannelId) ?? throw Refusal.UnknownChannel;
        return channel.Id == hook.ChannelId || channel.ParentId == hook.ChannelId ? channel : throw Refusal.UnknownChannel;
    }

    private (DiscordChannel Channel, DiscordMessage Message) Find(RestCall call)
    {
        var hook = Living(call);
        var channel = Place(call, hook);
        var named = call.Path.GetValueOrDefault("message_id");
        var found = ulong.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? channel.Messages.GetValueOrDefault(id)
            : channel.Messages.Values.FirstOrDefault(message => message.WebhookId == hook.Id);
        return found?.WebhookId == hook.Id ? (channel, found) : throw Refusal.UnknownMessage;
    }

    private RestReply Shown(DiscordChannel channel, DiscordMessage message) => RestReply.Ok(MessageView.Of(world, channel, message));
}
