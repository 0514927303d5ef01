using System.Text.Json.Serialization;
using TalksBot.Core.Channels;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations.Snapshots;

/// <summary>A follow as filed.</summary>
public sealed record FiledFollow
{
    /// <summary>The channel.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The channel's own clock.</summary>
    public required WallClock Zone { get; init; }

    /// <summary>When the daily digest comes on that clock; null for no digest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required LocalTime? Digest { get; init; }

    /// <summary>How long before each deadline it is told.</summary>
    public Ladder Ladder { get; init; } = Ladder.Default;

    /// <summary>Updates below this wait for the digest.</summary>
    public WirePriority Priority { get; init; } = WirePriority.Regular;

    /// <summary>Whom a flash or bulletin notifies; null for nobody.</summary>
    [Words(UserText.LineLimit)]
    public string? Mention { get; init; }

    /// <summary>When the channel sleeps, on its own clock; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>Whom to mention when nobody acknowledges a close alert; null for nobody.</summary>
    [Words(UserText.LineLimit)]
    public string? Escalate { get; init; }

    /// <summary>True when one pinned message always shows where the talks stand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Live { get; init; }

    /// <summary>True when its posts go to one thread in the channel.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Thread { get; init; }

    /// <summary>Since when it follows.</summary>
    public required Instant Since { get; init; }

    /// <summary>The end of the last digest's window; null when there was no digest yet.</summary>
    public Instant? DigestedUntil { get; init; }

    /// <summary>When it stopped following; null while it follows.</summary>
    public Instant? RemovedAt { get; init; }

    /// <summary>Why it is told nothing for now; null while posts arrive.</summary>
    [Words(UserText.ParagraphLimit)]
    public string? MutedBecause { get; init; }

    internal FollowSettings Settings => new(Zone, Digest, Ladder, Priority, Mention) { Quiet = Quiet, Escalate = Escalate, Live = Live, Thread = Thread };

    internal static FiledFollow From(Follow follow) => new()
    {
        Channel = follow.Channel,
        Zone = follow.Settings.Clock,
        Digest = follow.Settings.DigestAt,
        Ladder = follow.Settings.Ladder,
        Priority = follow.Settings.LeastPriority,
        Mention = follow.Settings.Mention,
        Quiet = follow.Settings.Quiet,
        Escalate = follow.Settings.Escalate,
        Live = follow.Settings.Live,
        Thread = follow.Settings.Thread,
        Since = follow.Since,
        DigestedUntil = follow.DigestedUntil == follow.Since ? null : follow.DigestedUntil,
        RemovedAt = follow.RemovedAt,
        MutedBecause = follow.MutedBecause,
    };

    internal Follow Restore()
    {
        var follow = new Follow(Channel, Settings, Since);
        follow.Digested(DigestedUntil ?? Since);
        if (RemovedAt is { } removed)
        {
            follow.Remove(removed);
        }

        if (MutedBecause is { } why)
        {
            follow.Mute(why);
        }

        return follow;
    }
}
