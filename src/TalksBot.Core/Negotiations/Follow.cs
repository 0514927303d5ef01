using TalksBot.Core.Channels;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>One channel following one negotiation.</summary>
public sealed class Follow
{
    private Follow()
    {
    }

    internal Follow(ChannelAddress channel, FollowSettings settings, Instant now)
    {
        Channel = channel;
        Settings = settings;
        Since = now;
        DigestedUntil = now;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>The negotiation's row.</summary>
    public int NegotiationId { get; private set; }

    /// <summary>The channel.</summary>
    public ChannelAddress Channel { get; private set; } = null!;

    /// <summary>How it wants to hear the news.</summary>
    public FollowSettings Settings { get; private set; } = null!;

    /// <summary>Since when it follows; it is told nothing that was due before.</summary>
    public Instant Since { get; private set; }

    /// <summary>The end of the last digest's window.</summary>
    public Instant DigestedUntil { get; private set; }

    /// <summary>When it stopped following; null while it follows.</summary>
    public Instant? RemovedAt { get; private set; }

    /// <summary>Why it is told nothing for now; null while posts arrive.</summary>
    public string? MutedBecause { get; private set; }

    /// <summary>The channel's thread about these talks; null while there is none.</summary>
    public ChannelAddress? Thread { get; private set; }

    /// <summary>Where its posts go: its thread where it wants one and has it, else the channel itself.</summary>
    public ChannelAddress Place => Settings.Thread && Thread is { } thread ? thread : Channel;

    /// <summary>True while it is told the news.</summary>
    public bool IsListening => RemovedAt is null && MutedBecause is null;

    /// <summary>True when an update of this priority is posted here at once; a deferred one waits for everybody's digest.</summary>
    public bool Wants(WirePriority update) =>
        IsListening && update is not WirePriority.Deferred && update <= Settings.LeastPriority;

    /// <summary>A digest covered everything until then.</summary>
    public void Digested(Instant until) => DigestedUntil = until;

    /// <summary>There is a thread for its posts.</summary>
    public void BeginThread(ChannelAddress thread) => Thread = thread;

    /// <summary>The thread is gone.</summary>
    public void LoseThread() => Thread = null;

    internal void Renew(FollowSettings settings, Instant now)
    {
        Settings = settings;
        Since = now;
        DigestedUntil = now;
        RemovedAt = null;
        MutedBecause = null;
    }

    internal void Set(FollowSettings settings) => Settings = settings;

    internal void Remove(Instant now) => RemovedAt = now;

    internal void Mute(string why) => MutedBecause = why;

    /// <summary>Reads as that copy of it does; what was told since stays told.</summary>
    internal void ReturnTo(Follow copy) => (Settings, Since, RemovedAt, MutedBecause) = (copy.Settings, copy.Since, copy.RemovedAt, copy.MutedBecause);
}

/// <summary>How a channel wants to hear the news.</summary>
/// <param name="Clock">The channel's own clock: its digest hour is read on it.</param>
/// <param name="DigestAt">When the daily digest comes, on that clock; null for no digest.</param>
/// <param name="Ladder">How long before each deadline it is told.</param>
/// <param name="LeastPriority">Updates below this wait for the digest.</param>
/// <param name="Mention">Whom a flash or bulletin notifies, in the platform's own words; null for nobody.</param>
public sealed record FollowSettings(
    WallClock Clock, LocalTime? DigestAt, Ladder Ladder, WirePriority LeastPriority, string? Mention)
{
    /// <summary>When the channel wants to sleep, on its own clock; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Whom to mention when nobody acknowledges a close alert, in the platform's own words; null for nobody.</summary>
    public string? Escalate { get; init; }

    /// <summary>True when one pinned message always shows where the talks stand.</summary>
    public bool Live { get; init; }

    /// <summary>True when its posts go to one thread in the channel.</summary>
    public bool Thread { get; init; }

    /// <summary>The settings in a line, as <c>follow show</c> prints them and the record keeps them.</summary>
    public override string ToString()
    {
        var digest = DigestAt is { } hour ? HourText.Write(hour) : "none";
        return $"zone {Clock}, digest {digest}, ladder {Ladder}, priority {LeastPriority.ToString().ToLowerInvariant()}, quiet {Quiet?.ToString() ?? "none"}, live {(Live ? "yes" : "no")}, mention {Mention ?? "nobody"}, escalate {Escalate ?? "nobody"}{(Thread ? ", thread yes" : "")}";
    }
}
