using System.Globalization;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Updates;

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
        yield return Quoted(talks, update, update.HeardAt, ChronologyKind.Update, (update.Text, update.Attribution)) with { Note = Notes(talks, update) };
        foreach (var (wrong, place) in update.Revisions.Select((wrong, place) => (wrong, place)))
        {
            var right = place + 1 < update.Revisions.Count ? (update.Revisions[place + 1].Text, update.Revisions[place + 1].Attribution) : (update.Text, update.Attribution);
            yield return Quoted(talks, update, wrong.CorrectedAt, ChronologyKind.Correction, right) with
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"update-{update.Number}-correction-{place + 1}"),
                RecordedAt = wrong.CorrectedAt,
                CorrectionOf = update.Name,
                Note = $"wrong was: “{wrong.Text}” – {wrong.Attribution}",
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
        Key = string.Create(CultureInfo.InvariantCulture, $"session-{session.Number}"),
        RecordedAt = Recorded(talks, session.Name, session.StartsAt.ToInstant()),
        EndsAt = session.EndsAt?.ToInstant(),
        Clocks = talks.ClocksFrom(session.StartsAt.Zone),
    };

    /// <summary>A deadline at the moment it falls or fell.</summary>
    public static ChronologyRow Deadline(Negotiation talks, Deadline deadline, Instant now) => new(
        deadline.At.ToInstant(),
        ChronologyKind.Deadline,
        deadline.Name,
        $"Deadline {deadline.Name}: {deadline.Label}")
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"deadline-{deadline.Number}"),
        RecordedAt = Recorded(talks, deadline.Name, deadline.At.ToInstant()),
        Note = DeadlineWording.Standing(deadline, now) + (deadline.Consequence.Length == 0 ? "" : $"; if it passes: {deadline.Consequence}"),
        Clocks = talks.ClocksFrom(deadline.At.Zone),
    };

    private static ChronologyRow Quoted(Negotiation talks, Update update, Instant at, ChronologyKind kind, (string Text, string Attribution) words) =>
        new(at, kind, update.Name, words.Text)
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"update-{update.Number}"),
            RecordedAt = Recorded(talks, update.Name, update.HeardAt),
            Attribution = words.Attribution,
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

    private static Instant Recorded(Negotiation talks, string subject, Instant otherwise) =>
        talks.LastChangeOf(subject) ?? otherwise;
}
