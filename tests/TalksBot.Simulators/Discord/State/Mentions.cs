namespace TalksBot.Simulators.Discord.State;

/// <summary>Whom a message really pings.</summary>
internal sealed record Mentions(IReadOnlyList<DiscordUser> Users, IReadOnlyList<ulong> Roles, bool Everyone)
{
    public static readonly Mentions None = new([], [], Everyone: false);
}
