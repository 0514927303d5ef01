using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
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

    /// <summary>A name and a matter as desks write them.</summary>
    private const int UsualHeading = 54;

    private static readonly Duration TwoSeconds = Duration.FromSeconds(2);

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
        var isLate = IsLate(post, now);
        var notice = new List<PostPiece>();
        if (isLate)
        {
            notice.Add(new PostPiece.Line(OwnName(post) is { } name ? $"{Typography.Capital(name)}, due {post.Post.DueOnClock}" : $"Due {post.Post.DueOnClock}"));
        }

        if (missed.Count > 0)
        {
            notice.Add(new PostPiece.Line($"Never shown: {Typography.And([.. missed.Select(older => $"{Missed(older)}, due {older.Post.DueOnClock}").Distinct()])}."));
        }

        // What is news stays in the first line.
        var told = PostTitle.Lead(post.Post).Told is null ? 0 : 1;
        var pieces = post.Post.Pieces;
        var shown = notice.Count == 0 ? post.Post : post.Post with { Pieces = [.. pieces.Take(told), .. notice, .. pieces.Skip(told)] };
        var isRestated = NamesTimeLeft(post) is { } rung && (isLate || IsInexact(rung, now - post.DueAt));
        if (!isLate && !isRestated)
        {
            return shown;
        }

        return Fitted(shown with { Label = Label(post, isLate, now), Heading = isRestated && post.Post.About.Length > 0 ? post.Post.About : post.Post.Heading }, Lines(post.Cause.Kind));
    }

    /// <summary>What being late adds to the lines of a phone, a long heading gives; one of usual length stays whole.</summary>
    private static Post Fitted(Post post, int lines)
    {
        var fitted = post;
        for (var length = post.Heading.Length; post.Heading.Length > UsualHeading && length > PhoneLines.Width && PhoneLines.Of(fitted) > lines; length -= 2)
        {
            fitted = post with { Heading = Typography.Shorten(post.Heading, length) };
        }

        return fitted;
    }

    /// <summary>How many lines of a phone an alert takes that is late; only alerts are bound to that.</summary>
    private static int Lines(DeliveryKind kind) => kind switch
    {
        DeliveryKind.Countdown => 8,
        DeliveryKind.Session => 6,
        _ => int.MaxValue,
    };

    private static string Missed(OutgoingPost post) => post.Cause.Kind is DeliveryKind.Session ? OwnName(post)! : $"the {OwnName(post)}";

    /// <summary>An alert of a deadline and one of a session are named as what they are; anything else is no alert. Null where it has no name.</summary>
    private static string? OwnName(OutgoingPost post) => post.Cause switch
    {
        { Kind: DeliveryKind.Countdown, Rung: { } rung } => RungWording.Alert(rung),
        { Kind: DeliveryKind.DeadlinePassed } => RungWording.Alert(Duration.Zero),
        { Kind: DeliveryKind.Session, Rung: { } rung } when rung == Duration.Zero => $"word that {post.Cause.Subject} is due to start",
        { Kind: DeliveryKind.Session, Rung: { } rung } => $"word that {post.Cause.Subject} starts in {TimeWording.Span(rung)}",
        { Kind: DeliveryKind.Digest } => "this digest",
        { Kind: DeliveryKind.Reminder, Rung: not null } => "your reminder",
        _ => null,
    };

    /// <summary>A countdown's label names the time left, so a late one must name what is left now.</summary>
    private static string Label(OutgoingPost post, bool isLate, Instant now)
    {
        var says = NamesTimeLeft(post) is { } rung ? Left(post.Cause, post.DueAt + rung, now) : post.Post.Label;
        var late = isLate ? $"LATE {TimeWording.Span(now - post.DueAt)}" : "";
        return string.Join(" · ", new[] { late, says }.Where(part => part.Length > 0));
    }

    private static string Left(DeliveryCause cause, Instant subject, Instant now) => (cause.Kind is DeliveryKind.Session || cause.Subject.StartsWith('S'), now < subject) switch
    {
        (true, true) => $"Starts in {TimeWording.Span(subject - now)}",
        (true, false) => $"Was to start {TimeWording.Span(now - subject)} ago",
        (false, true) => $"{Typography.Capital(TimeWording.Span(subject - now))} to go",
        (false, false) => $"Passed {TimeWording.Span(now - subject)} ago",
    };

    /// <summary>The time left that the post names; null where it names none.</summary>
    private static Duration? NamesTimeLeft(OutgoingPost post) =>
        post.Cause.Kind is DeliveryKind.Countdown or DeliveryKind.Session or DeliveryKind.Reminder ? post.Cause.Rung : null;

    /// <summary>True when the time left, as it was written for the due moment, is not what is left now, to the nearest minute.</summary>
    private static bool IsInexact(Duration rung, Duration late) =>
        late >= Longest / 2 && rung > Duration.Zero;
}

/// <summary>Which alerts a newer one makes stale, so that after downtime a channel hears one message a subject. Pure.</summary>
public static class Supersession
{
    /// <summary>True when <paramref name="newer"/> speaks for <paramref name="older"/>, which is too late to be shown by itself.</summary>
    public static bool SpeaksFor(OutgoingPost newer, OutgoingPost older, Instant now) =>
        IsAhead(older, newer) && Lateness.IsLate(older, now);

    /// <summary>True when both are alerts of one moment in one channel, and <paramref name="older"/> must be seen first or not at all.</summary>
    public static bool IsAhead(OutgoingPost older, OutgoingPost newer) =>
        IsAlert(older.Cause) && IsAlert(newer.Cause)
        && newer.Channel == older.Channel
        && newer.Cause.Talks == older.Cause.Talks
        && newer.Cause.Subject == older.Cause.Subject
        && newer.DueAt > older.DueAt
        && newer.DueAt + newer.Cause.Rung!.Value == older.DueAt + older.Cause.Rung!.Value;

    /// <summary>Alerts that time itself causes; everything else is news and is never dropped.</summary>
    public static bool IsAlert(DeliveryCause cause) =>
        cause is { Rung: not null, Kind: DeliveryKind.Countdown or DeliveryKind.DeadlinePassed or DeliveryKind.Session };
}
