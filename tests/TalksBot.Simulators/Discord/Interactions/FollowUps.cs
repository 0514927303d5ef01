using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Posting;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.State;
using TalksBot.Simulators.Discord.Web;

namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>What may be said after the first response, for 15 minutes. Protocol sheet §7, follow-up routes.</summary>
internal sealed class FollowUps(DiscordWorld world, InteractionDesk desk, Poster poster, WebhookMessages hooks)
{
    private const int Reply = 19;

    public IEnumerable<RestRoute> All()
    {
        const string hook = "/webhooks/{application_id}/{token}";
        yield return Open("execute_webhook", "POST", hook, call => hooks.Owns(call) ? hooks.Post(call) : Post(call));
        foreach (var (word, path) in new[] { ("original_", "/messages/@original"), ("", "/messages/{message_id}") })
        {
            yield return Open($"get_{word}webhook_message", "GET", hook + path, call => hooks.Owns(call) ? hooks.Get(call) : RestReply.Ok(Shown(Find(call))));
            yield return Open($"update_{word}webhook_message", "PATCH", hook + path, call => hooks.Owns(call) ? hooks.Edit(call) : Edit(call));
            yield return Open($"delete_{word}webhook_message", "DELETE", hook + path, call => hooks.Owns(call) ? hooks.Delete(call) : Delete(call));
        }
    }

    private RestRoute Open(string operation, string method, string template, Func<RestCall, RestReply> handle) =>
        new(operation, method, template, handle) { Open = true, Bucket = "webhook", Limit = world.Options.WebhookLimit };

    private RestReply Post(RestCall call)
    {
        var interaction = desk.Living(call);
        var draft = MessageForm.Read(call.Form, call.Files, FormKind.Answer);
        if (draft.IsEmpty)
        {
            throw Refusal.EmptyMessage;
        }

        // Deprecated, but so it is: the first follow-up after "thinking" fills the placeholder, whatever its flags say.
        if (interaction is { Thinking: true, Original: { } placeholder })
        {
            poster.Edit(interaction.Channel, placeholder, draft with { Kind = FormKind.AnswerEdit, Flags = draft.Flags & ~MessageFlag.Ephemeral });
            Fill(interaction);
            return RestReply.Ok(Shown((interaction, placeholder)));
        }

        if (interaction.Original is { } original)
        {
            draft.Body["message_reference"] = new JsonObject { ["message_id"] = $"{original.Id}" };
        }

        var origin = interaction.Origin(world.ApplicationId);
        return RestReply.Ok(Shown((interaction, poster.Create(interaction.Channel, world.Bot, draft, origin, interaction.Original is null ? 0 : Reply))));
    }

    private RestReply Edit(RestCall call)
    {
        var (interaction, message) = Find(call);
        var draft = MessageForm.Read(call.Form, call.Files, FormKind.AnswerEdit, message);
        poster.Edit(interaction.Channel, message, draft);
        if (message.Id == interaction.OriginalId)
        {
            Fill(interaction);
        }

        return RestReply.Ok(Shown((interaction, message)));
    }

    private RestReply Delete(RestCall call)
    {
        var (interaction, message) = Find(call);
        poster.Delete(interaction.Channel, message);
        if (message.Id == interaction.OriginalId)
        {
            Fill(interaction);
        }

        return RestReply.Nothing;
    }

    private (Interaction Interaction, DiscordMessage Message) Find(RestCall call)
    {
        var interaction = desk.Living(call);
        var message = call.Path.ContainsKey("message_id") ? interaction.Channel.Messages.GetValueOrDefault(call.Id("message_id")) : interaction.Original;
        var mine = message is not null && (message.Id == interaction.OriginalId || message.Origin?.UserId == interaction.User.Id);
        return mine ? (interaction, message!) : throw Refusal.UnknownMessage;
    }

    private JsonObject Shown((Interaction Interaction, DiscordMessage Message) found) => MessageView.Of(world, found.Interaction.Channel, found.Message);

    private static void Fill(Interaction interaction)
    {
        interaction.Thinking = false;
        interaction.Filled.TrySetResult();
    }
}
