namespace TalksBot.Features.Transactions;

/// <summary>How often the worker looks for work that nobody told it of: commands of another process, a lost wake.</summary>
/// <param name="Agenda">The pause between two looks at the agenda.</param>
/// <param name="Outbox">The pause between two looks at the outbox.</param>
public sealed record Heartbeats(Duration Agenda, Duration Outbox)
{
    /// <summary>For the real clock: another process's command is on its way within a second, its alerts within five.</summary>
    public static readonly Heartbeats Real = new(Duration.FromSeconds(5), Duration.FromSeconds(1));

    /// <summary>For the real clock and several nodes, which give each other hints, and look at the agenda as a whole whenever they say that they are there.</summary>
    public static readonly Heartbeats Shared = new(Duration.FromMinutes(1), Duration.FromSeconds(10));

    /// <summary>For a simulated clock, where one process does everything and days pass in seconds.</summary>
    public static readonly Heartbeats Simulated = new(Duration.FromHours(1), Duration.FromHours(1));
}
