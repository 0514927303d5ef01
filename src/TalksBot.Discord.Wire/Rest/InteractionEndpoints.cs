using System.Text.Json.Serialization.Metadata;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>The one first answer to an interaction, due within three seconds of its delivery (discord.md §7).</summary>
public sealed class InteractionEndpoints
{
    private readonly RestTransport _transport;

    internal InteractionEndpoints(RestTransport transport) => _transport = transport;

    /// <summary>Answers with a message; <see cref="MessageTraits.Ephemeral"/> shows it to the caller alone.</summary>
    public Task<DiscordAnswer<NoContent>> ReplyAsync(
        Interaction interaction, MessageDraft draft, CancellationToken cancellationToken) =>
        AnswerAsync(
            interaction,
            new(CallbackType.Message, MessageBodies.Numbered(draft)),
            WireJson.Default.InteractionCallbackMessageDraft,
            cancellationToken,
            draft.Files);

    /// <summary>Shows "thinking": the answer follows by <see cref="FollowUpEndpoints.EditOriginalAsync"/>.</summary>
    public Task<DiscordAnswer<NoContent>> DeferAsync(
        Interaction interaction, bool ephemeral, CancellationToken cancellationToken) =>
        AnswerAsync(
            interaction,
            new(
                CallbackType.DeferredMessage,
                ephemeral ? new MessageDraft { AllowedMentions = null, Flags = MessageTraits.Ephemeral } : null),
            WireJson.Default.InteractionCallbackMessageDraft,
            cancellationToken);

    /// <summary>Acknowledges a pressed component without showing anything.</summary>
    public Task<DiscordAnswer<NoContent>> DeferUpdateAsync(
        Interaction interaction, CancellationToken cancellationToken) =>
        AnswerAsync(
            interaction,
            new(CallbackType.DeferredUpdate),
            WireJson.Default.InteractionCallbackMessageEdit,
            cancellationToken);

    /// <summary>Changes the message whose component was pressed.</summary>
    public Task<DiscordAnswer<NoContent>> UpdateMessageAsync(
        Interaction interaction, MessageEdit edit, CancellationToken cancellationToken) =>
        AnswerAsync(
            interaction,
            new(CallbackType.UpdateMessage, MessageBodies.Numbered(edit)),
            WireJson.Default.InteractionCallbackMessageEdit,
            cancellationToken,
            edit.Files);

    /// <summary>Offers up to 25 choices for the focused option.</summary>
    public Task<DiscordAnswer<NoContent>> OfferAsync(
        Interaction interaction, IReadOnlyList<CommandChoice> choices, CancellationToken cancellationToken) =>
        AnswerAsync(
            interaction,
            new(CallbackType.Autocomplete, new(choices)),
            WireJson.Default.InteractionCallbackAutocompleteChoices,
            cancellationToken);

    /// <summary>Opens a form; not in answer to a submitted form.</summary>
    public Task<DiscordAnswer<NoContent>> OpenModalAsync(
        Interaction interaction, Modal modal, CancellationToken cancellationToken) =>
        AnswerAsync(
            interaction,
            new(CallbackType.Modal, modal),
            WireJson.Default.InteractionCallbackModal,
            cancellationToken);

    private Task<DiscordAnswer<NoContent>> AnswerAsync<TData>(
        Interaction interaction,
        InteractionCallback<TData> callback,
        JsonTypeInfo<InteractionCallback<TData>> type,
        CancellationToken cancellationToken,
        IReadOnlyList<FileUpload>? files = null)
        where TData : class
    {
        var route = Route.Of(
            HttpMethod.Post,
            "/interactions/{interaction}/{token}/callback",
            $"{interaction.Id}",
            interaction.Token.Reveal());
        return _transport.SendAsync(new(route, RequestBody.Of(callback, type, files)), cancellationToken);
    }
}
