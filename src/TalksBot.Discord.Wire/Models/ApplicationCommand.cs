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

/// <summary>An offered value and the name people see, 100 characters each (discord.md §6).</summary>
public sealed record CommandChoice(string Name, OptionValue Value);

/// <summary>Where a global command may be used (discord.md §6).</summary>
public enum CommandContext
{
    Guild = 0,
    BotDirectMessage = 1,
    PrivateChannel = 2,
}

/// <summary>An argument, a subcommand or a group of them; required arguments come first (discord.md §6).</summary>
public sealed record CommandOption
{
    public required CommandOptionType Type { get; init; }

    /// <summary>1–32 characters, lower case, unique beside its siblings.</summary>
    public required string Name { get; init; }

    /// <summary>1–100 characters.</summary>
    public required string Description { get; init; }

    public bool? Required { get; init; }

    /// <summary>Text and numbers only, and not together with <see cref="Choices"/>.</summary>
    public bool? Autocomplete { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    /// <summary>What is nested in a subcommand or a group.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    public double? MinValue { get; init; }

    public double? MaxValue { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }
}

/// <summary>What a command takes (discord.md §6).</summary>
public enum CommandOptionType
{
    Subcommand = 1,
    SubcommandGroup = 2,
    Text = 3,
    WholeNumber = 4,
    Truth = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

/// <summary>Where a command is found: typed, or in the menu of a user or a message (discord.md §6).</summary>
public enum CommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}

/// <summary>How an app is installed (discord.md §6).</summary>
public enum InstallationKind
{
    /// <summary>On a server, by somebody who manages it.</summary>
    Server = 0,

    /// <summary>By one person for themself, who then brings it wherever they go.</summary>
    Person = 1,
}
