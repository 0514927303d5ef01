using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Posting;
using TalksBot.Simulators.Discord.Rules;
using TalksBot.Simulators.Discord.State;
using TalksBot.Simulators.Discord.Web;

namespace TalksBot.Simulators.Discord.Interactions;

/// <summary>First responses: one each, in time, of a kind that fits. Protocol sheet §7.</summary>
internal sealed class Callbacks(DiscordWorld world, InteractionDesk desk, Poster poster)
{
    private const int CommandAnswer = 20;

    public RestRoute Route => new("create_interaction_response", "POST", "/interactions/{interaction_id}/{token}/callback", Receive)
    {
        Open = true,
        Limit = world.Options.WebhookLimit,
    };

    /// <summary>Takes a response, whether it came as a callback or as the answer of the HTTP endpoint.</summary>
    public void Accept(Interaction interaction, JsonObject body, IReadOnlyList<UploadedFile> files)
    {
        if (desk.IsLate(interaction))
        {
            throw Refusal.UnknownInteraction;
        }

        if (interaction.Callback is not 0)
        {
            throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
        }

        var form = new Form();
        var kind = (int)(form.Whole(body, "type", "", 1, 12, required: true) ?? 0);
        form.ThrowIfFaulty();
        if (!Fits(interaction, kind))
        {
            throw Form.Invalid("type", "BASE_TYPE_CHOICES", $"A response of type {kind} does not fit an interaction of type {(int)interaction.Kind}.");
        }

        Respond(interaction, kind, body["data"] as JsonObject ?? [], files);
        interaction.Callback = kind;
        interaction.Answered.TrySetResult();
    }

    private RestReply Receive(RestCall call)
    {
        var interaction = desk.Find(call.Id("interaction_id"));
        if (interaction is null || !string.Equals(interaction.Token, call.Path["token"], StringComparison.Ordinal))
        {
            throw Refusal.UnknownInteraction;
        }

        Accept(interaction, call.Form, call.Files);
        return call.QueryFlag("with_response") ? RestReply.Ok(Describe(interaction)) : RestReply.Nothing;
    }

    private static bool Fits(Interaction interaction, int kind) => (interaction.Kind, kind) switch
    {
        (InteractionKind.Ping, 1) => true,
        (InteractionKind.Ping, _) => false,
        (InteractionKind.Autocomplete, 8) => true,
        (InteractionKind.Autocomplete, _) or (_, 8 or 1 or 10 or 12) => false,
        (_, 6 or 7) => interaction.Source is not null,
        (InteractionKind.ModalSubmit, 9) => false,
        (_, 4 or 5 or 9) => true,
        _ => false,
    };

    private void Respond(Interaction interaction, int kind, JsonObject data, IReadOnlyList<UploadedFile> files)
    {
        var form = new Form();
        switch (kind)
        {
            case 4:
                Post(interaction, MessageForm.Read(data, files, FormKind.Answer, at: "data"));
                break;
            case 5:
                interaction.Thinking = true;
                var hidden = (MessageFlag)(form.Whole(data, "flags", "data", 0, int.MaxValue) ?? 0) & MessageFlag.Ephemeral;
                Post(interaction, new MessageDraft([], FormKind.Answer, []) { Flags = MessageFlag.Loading | hidden });
                break;
            case 6:
                interaction.OriginalId = interaction.Source!.Id;
                break;
            case 7:
                interaction.OriginalId = interaction.Source!.Id;
                poster.Edit(interaction.Channel, interaction.Source, MessageForm.Read(data, files, FormKind.AnswerEdit, interaction.Source, "data"));
                break;
            case 8:
                Suggest(form, interaction, data);
                break;
            case 9:
                ModalRules.Check(form, data, "data");
                interaction.Modal = data.DeepClone().AsObject();
                break;
        }

        form.ThrowIfFaulty();
    }

    private void Post(Interaction interaction, MessageDraft draft)
    {
        var origin = interaction.Origin(world.ApplicationId);
        var message = poster.Create(interaction.Channel, world.Bot, draft, origin, interaction.Kind is InteractionKind.Command ? CommandAnswer : 0);
        interaction.OriginalId = message.Id;
        interaction.Ephemeral = message.Flags.HasFlag(MessageFlag.Ephemeral);
    }

    private static void Suggest(Form form, Interaction interaction, JsonObject data)
    {
        foreach (var (choice, at) in form.Items(data, "choices", "data", 25))
        {
            CommandRules.CheckChoice(form, choice, at, Focused(interaction.Data) is { } kind ? kind : 3);
        }

        interaction.Choices = data["choices"]?.DeepClone() as JsonArray ?? [];
    }

    private static int? Focused(JsonObject data) => (data["options"] as JsonArray ?? [])
        .OfType<JsonObject>()
        .Select(option => (bool?)option["focused"] is true ? (int)option["type"]! : Focused(option))
        .FirstOrDefault(kind => kind is not null);

    private JsonObject Describe(Interaction interaction)
    {
        var described = new JsonObject { ["id"] = $"{interaction.Id}", ["type"] = (int)interaction.Kind };
        var json = new JsonObject { ["interaction"] = described };
        if (interaction.Original is not { } message)
        {
            return json;
        }

        described["response_message_id"] = $"{message.Id}";
        described["response_message_loading"] = message.Flags.HasFlag(MessageFlag.Loading);
        described["response_message_ephemeral"] = message.Flags.HasFlag(MessageFlag.Ephemeral);
        json["resource"] = new JsonObject { ["type"] = interaction.Callback is 6 or 7 ? 7 : 4, ["message"] = MessageView.Of(world, interaction.Channel, message) };
        return json;
    }
}
