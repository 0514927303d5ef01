using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>One interaction with the connection it came by and who did it.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Interaction">What was done.</param>
/// <param name="Caller">Who did it, with their role.</param>
internal sealed record InteractionContext(DiscordConnection Connection, Interaction Interaction, Caller Caller)
{
    /// <summary>Other nodes may answer it as well: whoever is the first to tell Discord that there will be an answer gives it, and the others are silent.</summary>
    public bool MayBeAnothers { get; init; }

    /// <summary>To be called once the person has an answer, or has been told that there will be one.</summary>
    public Func<Task> Answered { get; init; } = () => Task.CompletedTask;

    /// <summary>The channel as the rest of TalksBot names it.</summary>
    public ChannelAddress Channel => Caller.Channel;

    /// <summary>A pressed button changes the private message it stands on, so that it cannot be pressed again.</summary>
    public bool ChangesItsMessage =>
        Interaction.Type is InteractionType.Component or InteractionType.ModalSubmit
        && Interaction.Message?.Flags.HasFlag(MessageTraits.Ephemeral) is true;
}
