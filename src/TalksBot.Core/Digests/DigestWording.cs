using TalksBot.Core.Chronicles;
using TalksBot.Core.Follows;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Digests;

/// <summary>The daily digest of one follow, on that follow's own clock. Pure.</summary>
public static class DigestWording
{
    /// <summary>How many missed digests are named one by one; more are counted.</summary>
    private const int NamedMisses = 3;

    private static readonly PostPiece Nothing = new PostPiece.Line("No deadline stands and no session is planned.");

    /// <summary>The outcome, the changes, the accounts that differ, what comes next, the sticking points not settled.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="follow">The channel it is for.</param>
    /// <param name="window">What it covers.</param>
    /// <param name="now">The moment of writing.</param>
    public static Post Write(Negotiation talks, Follow follow, DigestWindow window, Instant now) =>
        Write(talks, follow.Settings.Clock, window, now);

    /// <summary>The same for a channel of which only the clock is known.</summary>
    public static Post Write(Negotiation talks, WallClock clock, DigestWindow window, Instant now) =>
        new(
            $"Daily digest: {talks.Title}",
            talks.Status is TalksStatus.Agreed ? Severity.Good : Severity.Calm,
            [
                new PostPiece.Line($"Covers {TimeWording.Window(window.From, window.To, clock, now)}"),
                .. Missed(window.Missed, clock),
                .. EntryWording.Section("Corrections", Chronicle.Between(talks, window.From, window.To).Where(entry => entry.Weight is ChronicleWeight.Correction), now, clock),
                new PostPiece.Field("Talks", talks.Status.Words()),
                .. StatusWording.Outcome(talks, now),
                .. Changes(talks, window, clock, now),
                .. UpdateListWording.DifferingAccounts(talks, clock, now),
                .. Next(talks, clock, now),
                .. StatusWording.Points(talks, talks.Points.Where(point => point.State is not PointState.Settled)),
            ])
        {
            DueOnClock = TimeWording.ClockTimeShort(window.To, clock),
            Picture = TimelinePicture.Of(talks, clock, now),
        };

    private static IEnumerable<PostPiece> Missed(IReadOnlyList<Instant> missed, WallClock clock)
    {
        if (missed.Count == 0)
        {
            yield break;
        }

        var times = missed.Select(due => TimeWording.Full(due, clock)).ToList();
        yield return new PostPiece.Line(missed.Count <= NamedMisses
            ? $"MISSED: no digest came on {Typography.And(times)}; this one covers {(missed.Count == 1 ? "it" : "them")}."
            : $"MISSED: {Typography.Count(missed.Count, "digest")}, from {times[0]} to {times[^1]}; this one covers them.");
    }

    /// <summary>Accounts that differ are left to their own section, which quotes them in full.</summary>
    private static IEnumerable<PostPiece> Changes(Negotiation talks, DigestWindow window, WallClock clock, Instant now)
    {
        var entries = Chronicle.Between(talks, window.From, window.To);
        var told = entries.Where(entry => entry.Weight is not (ChronicleWeight.AccountsDiffer or ChronicleWeight.Correction)).WeightiestFirst();
        return entries.Count == 0
            ? [new PostPiece.Line($"No change since {TimeWording.Full(window.From, clock)}.")]
            : EntryWording.Section("Changes", told, now, clock);
    }

    private static IEnumerable<PostPiece> Next(Negotiation talks, WallClock clock, Instant now)
    {
        yield return new PostPiece.Section("Next");
        foreach (var piece in Upcoming.Of(talks, now, clock).SelectMany(coming => coming.Pieces).DefaultIfEmpty(Nothing))
        {
            yield return piece;
        }
    }
}
