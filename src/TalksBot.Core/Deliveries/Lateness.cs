using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Deliveries;

/// <summary>
/// The honest form of a post that could not be shown when it was due: it says how late it is, which alerts never came, and
/// what time is left now. Pure; decided at the last moment before the send.
/// </summary>
public static class Lateness
{
    /// <summary>What says nothing of the time left is told on clocks in whole minutes, so up to this much it is on time.</summary>
    private static readonly Duration Longest = Duration.FromMinutes(1);

    private static readonly Duration TwoSeconds = Duration.FromSeconds(2);

    /// <summary>The time left is told with its seconds below this, and in whole minutes above.</summary>
    private static readonly Duration SecondsCountBelow = Duration.FromMinutes(10);

    /// <summary>How late a post may be and still pass as on time: a small part of the time left that it names.</summary>
    /// <param name="rung">How long before its subject it stands; null, and zero, where it names no time left.</param>
    public static Duration Tolerance(Duration? rung) => rung is not { } left || left <= Duration.Zero
        ? Longest
        : left <= Longest ? Duration.Min(TwoSeconds, left / 5) : Duration.Min(Longest, left / 10);

    /// <summary>True when a post due then, shown now, must say so.</summary>
    /// <param name="dueAt">When it was due.</param>
    /// <param name="rung">How long before its subject it stands; null where it names no time left.</param>
    /// <param name="now">When it is shown.</param>
    public static bool IsLate(Instant dueAt, Duration? rung, Instant now) => now - dueAt > Tolerance(rung);

    /// <summary>True when the post, shown now, must say that it is late.</summary>
    public static bool IsLate(OutgoingPost post, Instant now) => IsLate(post.DueAt, post.Cause.Rung, now);

    /// <summary>The post as it must be shown now.</summary>
    /// <param name="post">The post as it was written for its due moment.</param>
    /// <param name="missed">Older alerts of the same subject that were never shown and that this one speaks for.</param>
    /// <param name="now">The moment of the send.</param>
    public static Post Relabel(OutgoingPost post, IReadOnlyList<OutgoingPost> missed, Instant now)
    {
        var notice = new List<PostPiece>();
        if (IsLate(post, now))
        {
            notice.Add(new PostPiece.Line(Notice(post, now)));
        }

        if (missed.Count > 0)
        {
            notice.Add(new PostPiece.Line(MissedLine(missed)));
        }

        return post.Post with { Heading = Heading(post, now), Pieces = [.. notice, .. post.Post.Pieces] };
    }

    private static string Notice(OutgoingPost post, Instant now)
    {
        var late = TimeWording.Span(now - post.DueAt);
        if (NamesTimeLeft(post) is not { } rung)
        {
            return $"LATE {late}: this was due {post.Post.DueOnClock}";
        }

        return $"LATE {late}: the {RungWording.Alert(rung)} was due {post.Post.DueOnClock}; {Remaining(post.DueAt + rung, now)}";
    }

    private static string Remaining(Instant subject, Instant now) =>
        now < subject ? $"{TimeWording.Span(subject - now)} remains" : $"the moment itself passed {TimeWording.Span(now - subject)} ago";

    private static string MissedLine(IReadOnlyList<OutgoingPost> missed)
    {
        var rungs = missed.Select(post => post.Cause.Rung ?? Duration.Zero).Distinct().ToList();
        return $"Never shown: the {RungWording.Alerts(rungs)}, due {string.Join(", ", missed.Select(post => post.Post.DueOnClock))}";
    }

    /// <summary>A countdown's heading names the time left, so a late one must name what is left now.</summary>
    private static string Heading(OutgoingPost post, Instant now)
    {
        var rung = NamesTimeLeft(post);
        if (!IsLate(post, now))
        {
            return rung is { } named && IsInexact(named, now - post.DueAt) ? LeftOf(named) : post.Post.Heading;
        }

        return $"LATE · {(rung is { } left ? LeftOf(left) : post.Post.Heading)}";

        string LeftOf(Duration before) => $"{Left(post.DueAt + before, now)}: {post.Post.About}";
    }

    private static string Left(Instant subject, Instant now) =>
        now < subject ? $"{TimeWording.Span(subject - now)} to go" : "the moment has passed";

    /// <summary>The time left that the post names; null where it names none.</summary>
    private static Duration? NamesTimeLeft(OutgoingPost post) =>
        post.Cause.Kind is DeliveryKind.Countdown or DeliveryKind.Session ? post.Cause.Rung : null;

    /// <summary>True when the time left, as it was written for the due moment, is not what is left now.</summary>
    private static bool IsInexact(Duration rung, Duration late) =>
        late >= (rung < SecondsCountBelow ? Duration.FromSeconds(1) : Longest / 2) && rung > Duration.Zero;
}
