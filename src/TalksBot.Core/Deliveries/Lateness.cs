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
    /// <summary>Countdowns speak in whole minutes, so up to this much a post is on time.</summary>
    public static readonly Duration Tolerance = Duration.FromMinutes(1);

    /// <summary>True when a post due then, shown now, must say so.</summary>
    public static bool IsLate(Instant dueAt, Instant now) => now - dueAt > Tolerance;

    /// <summary>The post as it must be shown now.</summary>
    /// <param name="post">The post as it was written for its due moment.</param>
    /// <param name="missed">Older alerts of the same subject that were never shown and that this one speaks for.</param>
    /// <param name="now">The moment of the send.</param>
    public static Post Relabel(OutgoingPost post, IReadOnlyList<OutgoingPost> missed, Instant now)
    {
        if (missed.Count == 0 && !IsLate(post.DueAt, now))
        {
            return post.Post;
        }

        var notice = new List<PostPiece>();
        if (IsLate(post.DueAt, now))
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
        if (post.Cause is not { Rung: { } rung, Kind: DeliveryKind.Countdown or DeliveryKind.Session })
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
        if (!IsLate(post.DueAt, now))
        {
            return post.Post.Heading;
        }

        if (post.Cause is not { Rung: { } rung, Kind: DeliveryKind.Countdown or DeliveryKind.Session })
        {
            return $"LATE · {post.Post.Heading}";
        }

        var subject = post.DueAt + rung;
        var left = now < subject ? $"{TimeWording.Span(subject - now)} to go" : "the moment has passed";
        return $"LATE · {left}: {post.Post.About}";
    }
}
