namespace TalksBot.Discord.Wire.Models;

/// <summary>A command as declared and as Discord returns it, then with its id (rules in discord.md §6).</summary>
public sealed record ApplicationCommand
{
    /// <summary>1–32 characters, lower case for slash commands.</summary>
    public required string Name { get; init; }

    /// <summary>1–100 characters for slash commands, absent for the others.</summary>
    public string? Description { get; init; }

    public CommandType? Type { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>None is administrators only; null restricts nobody.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Where a global command shows; must stay null on guild commands.</summary>
    public IReadOnlyList<CommandContext>? Contexts { get; init; }

    /// <summary>How the app must be installed for a global command to show; must stay null on guild commands. Null would mean every way the app allows.</summary>
    public IReadOnlyList<InstallationKind>? IntegrationTypes { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Null on a command not yet registered.</summary>
    public Snowflake? Id { get; init; }
}
