using System.Globalization;

namespace TalksBot.Chat.Configuration;

/// <summary>Whether this machine's clock goes with a platform's: countdowns are as right as it is.</summary>
public static class ClockOffset
{
    /// <summary>What an answer's whole seconds and its way explain.</summary>
    private static readonly TimeSpan Explained = TimeSpan.FromSeconds(3);

    /// <summary>The sentence for a clock that goes wrong; null where it does not, or nobody knows.</summary>
    /// <param name="ahead">How far it is ahead of the platform's.</param>
    /// <param name="platform">The platform, as people call it.</param>
    public static string? Fault(TimeSpan? ahead, string platform) => ahead is { } by && by.Duration() > Explained
        ? $"The clock of this machine is {Span(by.Duration())} {(by > TimeSpan.Zero ? "ahead of" : "behind")} {platform}'s, and every alert is wrong by as much: switch on the synchronisation of time (timedatectl set-ntp true)."
        : null;

    private static string Span(TimeSpan span) => span.TotalMinutes >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} seconds");
}
