namespace TalksBot.Discord.Wire.Models;

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
