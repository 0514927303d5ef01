using TalksBot.Core.Chronicles;
using TalksBot.Core.Chronicles.Export;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Calendars;

/// <summary>The deadlines and sessions of talks as a calendar that people subscribe to. Nothing in it depends on the moment of asking. Pure.</summary>
/// <param name="installation">The installation's own id: two desks may both know a D1 of talks of the same name.</param>
public sealed class CalendarFeed(string installation)
{
    /// <summary>A calendar of more is too large for programs that take it: those furthest ahead stay.</summary>
    private const int Most = 5_000;

    /// <summary>Nobody is asked to look oftener; most look more seldom, whatever they are told.</summary>
    private static readonly Duration AskAgain = Duration.FromHours(1);

    /// <summary>The text.</summary>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="blocks">What stands in it, of all its talks.</param>
    public static CalendarBytes Write(string name, IEnumerable<CalendarBlock> blocks)
    {
        var last = blocks.OrderByDescending(block => block.At.ToInstant()).ThenBy(block => block.Uid, StringComparer.Ordinal).Take(Most).Reverse().ToList();
        return CalendarText.Write(
            new CalendarHead("Calendar")
            {
                Name = CalendarWording.Name(name),
                Note = CalendarWording.Note,
                ChangedAt = last.Count == 0 ? null : last.Max(block => block.RecordedAt),
                AskAgain = AskAgain,
            },
            last);
    }

    /// <summary>What of some talks stands in every calendar that shows them.</summary>
    /// <param name="talks">The talks, with their deadlines and sessions.</param>
    /// <param name="histories">What became of each deadline and session, by the talks' row and its name.</param>
    public IReadOnlyList<CalendarBlock> Blocks(Negotiation talks, IReadOnlyDictionary<(int Talks, string Subject), CalendarHistory> histories) =>
        [.. Entries(talks, subject => histories.GetValueOrDefault((talks.Id, subject)) ?? new CalendarHistory(talks.OpenedAt, Moves: 0)).Select(CalendarText.Block)];

    private IEnumerable<CalendarEntry> Entries(Negotiation talks, Func<string, CalendarHistory> history) => talks.Deadlines.Select(deadline => Entry(talks, deadline, history(deadline.Name)))
        .Concat(talks.Sessions.Select(session => Entry(talks, session, history(session.Name))));

    private CalendarEntry Entry(Negotiation talks, Deadline deadline, CalendarHistory history) =>
        new(CalendarNames.Uid(talks.Slug, ChronologyKeys.Of(deadline), installation), deadline.At, CalendarWording.Summary(talks, deadline))
        {
            RecordedAt = history.RecordedAt,
            Sequence = history.Moves,
            IsCancelled = deadline.State is DeadlineState.Withdrawn,
            Place = talks.Venue,
            Details = [.. CalendarWording.Details(talks, deadline), CalendarWording.AsOf(talks, history.RecordedAt)],
            Category = CalendarNames.Deadline,
        };

    private CalendarEntry Entry(Negotiation talks, Session session, CalendarHistory history) =>
        new(CalendarNames.Uid(talks.Slug, ChronologyKeys.Of(session), installation), session.StartsAt, CalendarWording.Summary(talks, session))
        {
            Until = session.EndsAt,
            RecordedAt = history.RecordedAt,
            Sequence = history.Moves,
            IsCancelled = session.State is SessionState.Cancelled,
            Place = session.Place.Length > 0 ? session.Place : talks.Venue,
            Details = [.. CalendarWording.Details(talks, session), CalendarWording.AsOf(talks, history.RecordedAt)],
            Category = CalendarNames.Session,
        };
}

/// <summary>The names of what stands in a calendar.</summary>
public static class CalendarNames
{
    /// <summary>The category of a deadline.</summary>
    public const string Deadline = "DEADLINE";

    /// <summary>The category of a session.</summary>
    public const string Session = "SESSION";

    /// <summary>The same event in every calendar, so that whoever takes a newer one changes it and does not double it.</summary>
    /// <param name="slug">The talks.</param>
    /// <param name="key">Its name within them: letters, digits and hyphens.</param>
    /// <param name="installation">The installation's own id.</param>
    public static string Uid(string slug, string key, string installation) => $"{slug}-{key}@{installation}.talksbot";
}

/// <summary>What a calendar says. Pure.</summary>
public static class CalendarWording
{
    /// <summary>The name of the calendar of all of the desk.</summary>
    public const string Desk = "All talks";

    /// <summary>The name of the calendar of what a channel follows.</summary>
    public const string Followed = "Followed talks";

    /// <summary>What whoever looks at it must know.</summary>
    public const string Note = "Deadlines and sessions as the desk has them. Programs look again every few hours or days, so a calendar is never the alert.";

    /// <summary>What a calendar is called among others.</summary>
    public static string Name(string of) => $"{of} – TalksBot";

    /// <summary>As in <c>US–Japan autos: 100% tariffs on luxury cars (D1)</c>. Not every program shows that something is cancelled.</summary>
    public static string Summary(Negotiation talks, Deadline deadline) =>
        $"{(deadline.State is DeadlineState.Withdrawn ? "WITHDRAWN: " : "")}{talks.Title}: {deadline.Label} ({deadline.Name})";

    /// <summary>As in <c>US–Japan autos: session S4 – Kantor and Hashimoto</c>.</summary>
    public static string Summary(Negotiation talks, Session session) =>
        $"{(session.State is SessionState.Cancelled ? "CANCELLED: " : "")}{talks.Title}: session {session.Name}{Typography.Dash(session.Who)}";

    /// <summary>Every clock, where it stands, and what happens if it passes.</summary>
    public static IEnumerable<string> Details(Negotiation talks, Deadline deadline) =>
    [
        FileMoments.OnClocks(deadline.At.ToInstant(), talks.ClocksFrom(deadline.At.Zone)),
        $"Deadline {deadline.State.Words()}",
        deadline.Consequence.Length == 0 || !deadline.WantsOutcome ? "" : $"If it passes: {deadline.Consequence}",
    ];

    /// <summary>Every clock, and where it stands.</summary>
    public static IEnumerable<string> Details(Negotiation talks, Session session) =>
    [
        FileMoments.OnClocks(session.StartsAt.ToInstant(), talks.ClocksFrom(session.StartsAt.Zone)),
        session.EndsAt is { } end ? $"Until {FileMoments.OnClocks(end.ToInstant(), [talks.ClocksFrom(session.StartsAt.Zone)[0]])}" : "",
        $"Session {session.State.Words()}",
    ];

    /// <summary>When the desk last wrote it down, in place of how far away it is.</summary>
    public static string AsOf(Negotiation talks, Instant recorded) => $"As of {TimeWording.Full(TimeWording.Minute(recorded), talks.ClocksFrom(talks.Zone)[0])}";
}

/// <summary>What became of something that stands in a calendar.</summary>
/// <param name="RecordedAt">When the desk last wrote it down.</param>
/// <param name="Moves">How often it was given another time or taken away, those that were taken back and their taking back included: it never falls.</param>
public sealed record CalendarHistory(Instant RecordedAt, int Moves)
{
    private static readonly ChangeVerb[] Moving = [ChangeVerb.Moved, ChangeVerb.Started, ChangeVerb.Ended, ChangeVerb.Withdrawn, ChangeVerb.Cancelled, ChangeVerb.Reopened];

    /// <summary>The histories of all that was changed.</summary>
    /// <param name="changes">The changes, those that take others back included.</param>
    public static IReadOnlyDictionary<(int Talks, string Subject), CalendarHistory> Of(IReadOnlyCollection<CalendarChange> changes)
    {
        var takenBack = changes.Where(change => change.Undoes.Length > 0).GroupBy(change => change.Undoes, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Max(change => change.At), StringComparer.Ordinal);
        return changes.Where(change => change.Undoes.Length == 0).GroupBy(change => (change.Talks, change.Subject)).ToDictionary(same => same.Key, same => new CalendarHistory(
            same.Max(change => takenBack.TryGetValue(change.Act, out var back) ? Instant.Max(back, change.At) : change.At),
            same.Where(change => Moving.Contains(change.Verb)).Sum(change => takenBack.ContainsKey(change.Act) ? 2 : 1)));
    }
}

/// <summary>As much of a change as a calendar needs.</summary>
/// <param name="Talks">The row of the talks.</param>
/// <param name="Subject">What was changed, such as <c>D1</c>.</param>
/// <param name="Verb">What was done to it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Act">The command that made it; empty for none.</param>
/// <param name="Undoes">The command that it took back; empty for none.</param>
public sealed record CalendarChange(int Talks, string Subject, ChangeVerb Verb, Instant At, string Act, string Undoes);
