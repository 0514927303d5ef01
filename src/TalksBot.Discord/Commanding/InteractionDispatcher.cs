using TalksBot.Chat.Commanding;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>What people do on Discord, handed to the desk, each once.</summary>
internal sealed class InteractionDispatcher(ICommandDesk desk, Callers callers, ServedServers served, Answers answers, ButtonHandler pressed, IInteractionClaims claims)
{
    private const string Foreign = "TalksBot works for another server and takes no commands here.";
    private const string Unclaimed = "TalksBot obeys no server yet; somebody who may manage the one it is for gives there /talks claim, with the code that TalksBot printed when it started.";
    private const string Unknown = "TalksBot has no such command any more; reload Discord (Ctrl+R) to see those it has.";

    private readonly SeenOnce<ulong> _seen = new();

    /// <summary>Does and answers one thing; a second telling of it does nothing.</summary>
    public async Task ReceiveAsync(DiscordConnection connection, Interaction interaction, CancellationToken token)
    {
        if (!_seen.IsFirst(interaction.Id.Value))
        {
            return;
        }

        var id = $"{interaction.Id}";
        var claim = await claims.TryTakeAsync(connection.Name, id, mustBeAnswered: interaction.Type != InteractionType.Autocomplete, token);
        if (claim is InteractionClaim.Another)
        {
            return;
        }

        var context = new InteractionContext(connection, interaction, callers.Of(connection, interaction))
        {
            MayBeAnothers = claim is InteractionClaim.Undecided,
            Answered = () => claims.AnsweredAsync(connection.Name, id, CancellationToken.None),
        };
        await AnswerAsync(context, token);
    }

    private async Task AnswerAsync(InteractionContext context, CancellationToken token)
    {
        var (connection, interaction) = (context.Connection, context.Interaction);
        if (!served.Obeys(connection, interaction))
        {
            await TurnAwayAsync(context, token);
            return;
        }

        await (interaction.Type switch
        {
            InteractionType.Command => CommandAsync(context, token),
            InteractionType.Autocomplete => CompleteAsync(context, token),
            InteractionType.Component => pressed.PressAsync(context, token),
            InteractionType.ModalSubmit => pressed.SubmitAsync(context, token),
            _ => RefuseAsync(context, "TalksBot does not know what to do with this; /talks help shows what it can do."),
        });
        await context.Answered();
    }

    /// <summary>Elsewhere nobody learns anything of the record; while the connection is nobody's yet, its code may be given.</summary>
    private async Task TurnAwayAsync(InteractionContext context, CancellationToken token)
    {
        if (served.Of(context.Connection).Count > 0)
        {
            await RefuseAsync(context, Foreign);
            return;
        }

        if (context.Interaction is { Type: InteractionType.Command, GuildId: not null, Data: { } data } && data.CommandPath() is [SlashBook.Name, SlashBook.Claim])
        {
            await CommandAsync(context, token);
            return;
        }

        await RefuseAsync(context, Unclaimed);
    }

    private async Task CommandAsync(InteractionContext context, CancellationToken token)
    {
        var data = context.Interaction.Data ?? new InteractionData();
        if (data.Type is CommandType.Message)
        {
            await MakeUpdateAsync(context, data, token);
            return;
        }

        if (SlashBook.Find(desk.Book, data.CommandPath()) is not { } spec)
        {
            await RefuseAsync(context, Unknown);
            return;
        }

        await pressed.RunAsync(context, spec, Values(context, data.Arguments()), token);
    }

    private Task MakeUpdateAsync(InteractionContext context, InteractionData data, CancellationToken token) =>
        data.TargetId is { } id && data.Resolved?.Messages?.GetValueOrDefault(id) is { } message
            && MessageUpdate.Of(desk.Book, MessageWords.Of(message, data.Resolved), MessageWords.AddressOf(context, id), context.Caller) is { } made
            ? pressed.AskAsync(context, made, token)
            : RefuseAsync(context, Unknown);

    private async Task CompleteAsync(InteractionContext context, CancellationToken token)
    {
        var data = context.Interaction.Data ?? new InteractionData();
        var arguments = data.Arguments();
        var focused = arguments.FirstOrDefault(argument => argument.Focused);
        var offers = SlashBook.Find(desk.Book, data.CommandPath()) is { } spec && focused is not null
            ? await desk.CompleteAsync(spec, focused.Name, $"{focused.Value}", Values(context, arguments.Where(argument => !argument.Focused)), context.Caller, token)
            : [];
        await answers.To(context).OfferAsync(SlashOffers.Of(offers), token);
    }

    private async Task RefuseAsync(InteractionContext context, string sentence)
    {
        if (context.Interaction.Type == InteractionType.Autocomplete)
        {
            await answers.To(context).OfferAsync([], CancellationToken.None);
            return;
        }

        await answers.To(context).RunAsync(() => Task.FromResult(Reply.Refuse(sentence)), changes: false);
    }

    private static Dictionary<string, string> Values(InteractionContext context, IEnumerable<InteractionOption> arguments) => arguments
        .Where(argument => !string.IsNullOrWhiteSpace(argument.Value?.Text))
        .DistinctBy(SlashPicker.ParameterOf, StringComparer.Ordinal)
        .ToDictionary(SlashPicker.ParameterOf, argument => SlashPicker.Written(argument, context.Interaction.Data?.Resolved, context.Connection.Name), StringComparer.Ordinal);
}
