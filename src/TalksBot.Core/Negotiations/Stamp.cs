namespace TalksBot.Core.Negotiations;

/// <summary>Who changed something, where and when.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The person, or <see cref="ByClock"/> where time itself caused it.</param>
/// <param name="Where">The channel the command came from.</param>
public sealed record Stamp(Instant At, string By, string Where)
{
    /// <summary>Who changed something when nobody did: its moment came.</summary>
    public const string ByClock = "clock";

    /// <summary>The person by the platform's lasting identity, for rules about who may not answer themselves.</summary>
    public string Person { get; init; } = By;

    /// <summary>A change that time itself caused.</summary>
    public static Stamp Clock(Instant at) => new(at, ByClock, "");
}
