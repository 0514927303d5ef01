using TalksBot.Discord.Wire.Interactions;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>Somebody used a command, a component or a form; answer over REST within three seconds (discord.md §7).</summary>
public sealed record InteractionCreated(int Shard, Interaction Interaction) : GatewayEvent(Shard);
