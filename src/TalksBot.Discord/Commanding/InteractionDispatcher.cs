using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>What people do on Discord, handed to the desk, each once.</summary>
internal sealed class InteractionDispatcher(ICommandDesk desk, Callers callers, ServedServers served, Answers answers, ButtonHandler pressed)
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

        var visit = new Visit(connection, interaction, callers.Of(connection, interaction));
        if (!served.Obeys(connection, interaction))
        {
            await TurnAwayAsync(visit, token);
            return;
        }

        await (interaction.Type switch
        {
            InteractionType.Command => CommandAsync(visit, token),
            InteractionType.Autocomplete => CompleteAsync(visit, token),
            InteractionType.Component => pressed.PressAsync(visit, token),
            InteractionType.ModalSubmit => pressed.SubmitAsync(visit, token),
            _ => RefuseAsync(visit, "TalksBot does not know what to do with this; /talks help shows what it can do."),
        });
    }

    /// <summary>Elsewhere nobody learns anything of the record; while the connection is nobody's yet, its code may be given.</summary>
    private async Task TurnAwayAsync(Visit visit, CancellationToken token)
    {
        if (served.Of(visit.Connection).Count > 0)
        {
            await RefuseAsync(visit, Foreign);
            return;
        }

        if (visit.Interaction is { Type: InteractionType.Command, GuildId: not null, Data: { } data } && data.CommandPath() is [SlashBook.Name, SlashBook.Claim])
        {
            await CommandAsync(visit, token);
            return;
        }

        await RefuseAsync(visit, Unclaimed);
    }

    private async Task CommandAsync(Visit visit, CancellationToken token)
    {
        var data = visit.Interaction.Data ?? new InteractionData();
        if (SlashBook.Find(desk.Book, data.CommandPath()) is not { } spec)
        {
            await RefuseAsync(visit, Unknown);
            return;
        }

        await pressed.RunAsync(visit, spec, Values(visit, data.Arguments()), token);
    }

    private async Task CompleteAsync(Visit visit, CancellationToken token)
    {
        var data = visit.Interaction.Data ?? new InteractionData();
        var arguments = data.Arguments();
        var focused = arguments.FirstOrDefault(argument => argument.Focused);
        var offers = SlashBook.Find(desk.Book, data.CommandPath()) is { } spec && focused is not null
            ? await desk.CompleteAsync(spec, focused.Name, $"{focused.Value}", Values(visit, arguments.Where(argument => !argument.Focused)), visit.Caller, token)
            : [];
        await answers.To(visit).OfferAsync(SlashOffers.Of(offers), token);
    }

    private async Task RefuseAsync(Visit visit, string sentence)
    {
        if (visit.Interaction.Type == InteractionType.Autocomplete)
        {
            await answers.To(visit).OfferAsync([], CancellationToken.None);
            return;
        }

        await answers.RunAsync(visit, () => Task.FromResult(Reply.Refuse(sentence)), changes: false);
    }

    private static Dictionary<string, string> Values(Visit visit, IEnumerable<InteractionOption> arguments) => arguments
        .Where(argument => !string.IsNullOrWhiteSpace(argument.Value?.Text))
        .DistinctBy(SlashPicker.ParameterOf, StringComparer.Ordinal)
        .ToDictionary(SlashPicker.ParameterOf, argument => SlashPicker.Written(argument, visit.Interaction.Data?.Resolved, visit.Connection.Name), StringComparer.Ordinal);
}

/// <summary>One interaction with the connection it came by and who did it.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Interaction">What was done.</param>
/// <param name="Caller">Who did it, with their role.</param>
internal sealed record Visit(DiscordConnection Connection, Interaction Interaction, Caller Caller)
{
    /// <summary>The channel as the rest of TalksBot names it.</summary>
    public ChannelAddress Channel => Caller.Channel;

    /// <summary>A pressed button changes the private message it stands on, so that it cannot be pressed again.</summary>
    public bool ChangesItsMessage =>
        Interaction.Type is InteractionType.Component or InteractionType.ModalSubmit
        && Interaction.Message?.Flags.HasFlag(MessageTraits.Ephemeral) is true;
}
