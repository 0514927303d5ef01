using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Audits;

/// <summary>One change as the audit shows it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Talks">The slug of the talks; empty for what concerns the desk as a whole.</param>
public sealed record AuditEntry(Change Change, string Talks)
{
    /// <summary>Why its words are not shown; null when they are.</summary>
    public string? Concealed { get; init; }

    /// <summary>Who took it back; null while it holds.</summary>
    public string? UndoneBy { get; init; }
}
