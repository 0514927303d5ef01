using System.Diagnostics;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Sessions;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Chronicles;

/// <summary>One thing that happened or is to happen, at the time it belongs to (not when it was written down).</summary>
/// <param name="At">When.</param>
/// <param name="Text">The line, without the time.</param>
public sealed record TimelineEvent(Instant At, string Text)
{
    /// <summary>Everything known of the talks, in order of time.</summary>
    public static IEnumerable<TimelineEvent> Of(Negotiation talks, Instant now) => Turns(talks, now)
        .Concat(talks.Published.Select(update => new TimelineEvent(update.HeardAt, UpdateListWording.Line(talks, update))))
        .Concat(talks.Sessions.SelectMany(session => Session(session, now)))
        .Concat(talks.Deadlines.Where(deadline => deadline.WantsOutcome || deadline.State is DeadlineState.Lapsed).Select(deadline => Deadline(deadline, now)))
        .OrderBy(known => known.At);

    /// <summary>That a deadline passed is told at the deadline's own time.</summary>
    private static IEnumerable<TimelineEvent> Turns(Negotiation talks, Instant now) => talks.ChangesThatHold
        .Where(change => change.At <= now && change.Verb is not ChangeVerb.Passed)
        .Select(change => Chronicle.Tell(talks, change))
        .OfType<ChronicleEntry>()
        .Where(entry => entry.Weight is ChronicleWeight.Turn or ChronicleWeight.NewDeadline)
        .Select(entry => new TimelineEvent(entry.At, entry.Text));

    private static TimelineEvent Deadline(Deadline deadline, Instant now) =>
        new(deadline.At.ToInstant(), $"DEADLINE {deadline.Name} {deadline.Label} – {DeadlineWording.Standing(deadline, now)}");

    private static IEnumerable<TimelineEvent> Session(Session session, Instant now)
    {
        var start = session.StartsAt.ToInstant();
        yield return new TimelineEvent(start, $"{session.Name} {Start(session, start, now)}{SessionListWording.Details(session)}");
        if (session is { State: SessionState.Ended, EndsAt: { } end })
        {
            yield return new TimelineEvent(end.ToInstant(), $"{session.Name} ended");
        }
    }

    private static string Start(Session session, Instant start, Instant now) => session.State switch
    {
        SessionState.Planned => start > now ? "is to start" : session.IsAwaited(now) ? "was to start, nobody has said that it did" : "was to start; what became of it was not reported",
        SessionState.UnderWay or SessionState.Ended => "began",
        SessionState.Cancelled => "cancelled",
        _ => throw new UnreachableException(),
    };
}
