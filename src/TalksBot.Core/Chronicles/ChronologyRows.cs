using System.Globalization;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Sessions;
using TalksBot.Core.Text;

namespace TalksBot.Core.Chronicles;

/// <summary>The rows of a chronology.</summary>
internal static class ChronologyRows
{
    /// <summary>How the talks, their deadlines and their sticking points turned, each when it was recorded.</summary>
    public static IEnumerable<ChronologyRow> Turns(Negotiation talks, Instant now) => Chronicle.Between(talks, Instant.MinValue, now)
        .Where(entry => entry.Weight is ChronicleWeight.Turn or ChronicleWeight.NewDeadline or ChronicleWeight.Point)
        .GroupBy(entry => (entry.At, entry.Subject))
        .SelectMany(same => same.Select((entry, place) => new ChronologyRow(entry.At, Kind(entry), entry.Subject, entry.Text)
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"turn-{entry.Subject}-{entry.At.ToUnixTimeTicks()}-{place}"),
            RecordedAt = entry.At,
            Clocks = talks.ClocksFrom(talks.Zone),
        }));

    /// <summary>What was said, in the words that hold, and every correction of it.</summary>
    public static IEnumerable<ChronologyRow> Said(Negotiation talks, Update update)
    {
        yield return Quoted(talks, update, update.HeardAt, ChronologyKind.Update, (update.Text, update.Attribution, update.Link)) with { Note = Notes(talks, update) };
        foreach (var (wrong, place) in update.Revisions.Select((wrong, place) => (wrong, place)))
        {
            var right = place + 1 < update.Revisions.Count ? (update.Revisions[place + 1].Text, update.Revisions[place + 1].Attribution, update.Revisions[place + 1].Link) : (update.Text, update.Attribution, update.Link);
            yield return Quoted(talks, update, wrong.CorrectedAt, ChronologyKind.Correction, right) with
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"update-{update.Number}-correction-{place + 1}"),
                RecordedAt = wrong.CorrectedAt,
                CorrectionOf = update.Name,
                Note = $"wrong was: “{UserText.OneLine(wrong.Text)}” – {wrong.Attribution}",
            };
        }
    }

    /// <summary>That something was killed; of its words, and of those of its corrections, nothing is left.</summary>
    public static IEnumerable<ChronologyRow> Killed(Negotiation talks, Update update)
    {
        var killing = update.Killing!;
        var kill = new ChronologyRow(killing.At, ChronologyKind.Kill, update.Name, $"KILLED {update.Name}: do not use it")
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"update-{update.Number}"),
            RecordedAt = killing.At,
            Sequence = Sequence(talks, update.Name),
            IsCancelled = true,
            Note = killing.Reason,
            Clocks = talks.ClocksFrom(talks.Zone),
        };
        yield return kill;
        for (var place = 1; place <= update.Revisions.Count; place++)
        {
            yield return kill with
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"update-{update.Number}-correction-{place}"),
                OnlyReplaces = true,
            };
        }
    }

    /// <summary>A session at its start.</summary>
    public static ChronologyRow Session(Negotiation talks, Session session) => new(
        session.StartsAt.ToInstant(),
        ChronologyKind.Session,
        session.Name,
        $"Session {session.Name} {session.State.Words()}{SessionListWording.Details(session)}")
    {
        Key = ChronologyKeys.Of(session),
        RecordedAt = Recorded(talks, session.Name, session.StartsAt.ToInstant()),
        Sequence = Sequence(talks, session.Name),
        IsCancelled = session.State is SessionState.Cancelled,
        Place = session.Place.Length > 0 ? session.Place : talks.Venue,
        EndsAt = session.EndsAt?.ToInstant(),
        Clocks = talks.ClocksFrom(session.StartsAt.Zone),
    };

    /// <summary>A deadline at the moment it falls or fell.</summary>
    public static ChronologyRow Deadline(Negotiation talks, Deadline deadline) => new(
        deadline.At.ToInstant(),
        ChronologyKind.Deadline,
        deadline.Name,
        $"Deadline {deadline.Name}: {deadline.Label}")
    {
        Key = ChronologyKeys.Of(deadline),
        RecordedAt = Recorded(talks, deadline.Name, deadline.At.ToInstant()),
        Sequence = Sequence(talks, deadline.Name),
        IsCancelled = deadline.State is DeadlineState.Withdrawn,
        Place = talks.Venue,
        Note = deadline.State.Words() + (deadline.Consequence.Length == 0 || !deadline.WantsOutcome ? "" : $"; if it passes: {deadline.Consequence}"),
        Clocks = talks.ClocksFrom(deadline.At.Zone),
    };

    private static ChronologyRow Quoted(Negotiation talks, Update update, Instant at, ChronologyKind kind, (string Text, string Attribution, Uri? Link) words) =>
        new(at, kind, update.Name, UserText.OneLine(words.Text))
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"update-{update.Number}"),
            RecordedAt = Recorded(talks, update.Name, update.HeardAt),
            Sequence = Sequence(talks, update.Name),
            Attribution = words.Attribution,
            Link = words.Link,
            Tier = update.Sourcing,
            Side = update.Side,
            Clocks = talks.ClocksFrom(talks.Zone),
        };

    private static string Notes(Negotiation talks, Update update)
    {
        var others = talks.AccountsAgainst(update).Select(other => other.Name).ToList();
        return string.Join("; ", new[] { update.Revisions.Count == 0 ? "" : "corrected", others.Count == 0 ? "" : $"differs from {Typography.And(others)}" }.Where(note => note.Length > 0));
    }

    private static ChronologyKind Kind(ChronicleEntry entry) => entry.Subject switch
    {
        "" => ChronologyKind.Talks,
        ['P', ..] => ChronologyKind.Point,
        _ => ChronologyKind.Deadline,
    };

    /// <summary>Changes are kept for ever, so their number only rises.</summary>
    private static int Sequence(Negotiation talks, string subject) => Math.Max(0, talks.Changes.Count(change => change.Subject == subject) - 1);

    private static Instant Recorded(Negotiation talks, string subject, Instant otherwise) =>
        talks.LastChangeOf(subject) ?? otherwise;
}
