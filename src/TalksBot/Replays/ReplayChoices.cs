namespace TalksBot.Replays;

/// <summary>How a replay is shown.</summary>
/// <param name="Speed">Simulated seconds in a real one, at least 1.</param>
/// <param name="From">Where to begin to show; null for the beginning of the story.</param>
/// <param name="To">Where to stop; null for its end.</param>
/// <param name="Format">How posts are shown.</param>
internal sealed record ReplayChoices(double Speed, Instant? From, Instant? To, string Format)
{
    /// <summary>True for one JSON object a line.</summary>
    public bool WritesJson => Format.Equals("json", StringComparison.OrdinalIgnoreCase);
}
