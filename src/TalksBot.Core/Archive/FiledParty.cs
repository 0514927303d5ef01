using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Archive;

/// <summary>A party as filed.</summary>
public sealed record FiledParty
{
    /// <summary>Its short name, unique within the talks.</summary>
    public required string Code { get; init; }

    /// <summary>Its full name.</summary>
    public required string Name { get; init; }

    /// <summary>Who speaks for it, with their office.</summary>
    public IReadOnlyList<string> Principals { get; init; } = [];

    internal static FiledParty From(Party party) => new() { Code = party.Code, Name = party.Name, Principals = party.Principals };

    internal Party Restore() => new(Code, Name, Principals);
}
