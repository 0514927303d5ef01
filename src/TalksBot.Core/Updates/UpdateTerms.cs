using TalksBot.Core.Deliveries;
using TalksBot.Core.Times;

namespace TalksBot.Core.Updates;

/// <summary>What is known of an update when it is added.</summary>
/// <param name="Text">What was heard.</param>
/// <param name="Attribution">Who said it, as it may be printed.</param>
/// <param name="Sourcing">How well it is sourced.</param>
/// <param name="Side">The code of the party it speaks for; empty for none.</param>
/// <param name="Priority">Its wire priority.</param>
/// <param name="HeardAt">When the desk heard it.</param>
public sealed record UpdateTerms(
    string Text, string Attribution, Sourcing Sourcing, string Side, WirePriority Priority, Instant HeardAt)
{
    /// <summary>Until when nobody may see it; null when it may be shown at once.</summary>
    public CivilTime? Embargo { get; init; }
}
