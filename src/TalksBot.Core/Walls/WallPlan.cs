using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Talks;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Walls;

/// <summary>What stands on the wall at a moment. Pure.</summary>
/// <param name="home">The clock on which what is only information is told.</param>
/// <param name="now">The moment.</param>
public sealed class WallPlan(WallClock home, Instant now)
{
    /// <summary>What was put right, withdrawn or concluded stays marked for so long.</summary>
    public static readonly Duration MarkedFor = Duration.FromHours(1);

    /// <summary>How many of the latest updates are read of each talks: some stand among the accounts that differ.</summary>
    public const int UpdatesRead = 4 * MostUpdates;

    private const int MostUpdates = 5;
    private const int MostFollowing = 6;
    private const int MostSessions = 3;
    private const int MostPoints = 3;
    private const int MostClocks = 5;
    private const int MostOutcomes = 3;
    private const int LongestText = 240;

    /// <summary>A deadline that has passed is the one that matters for so long, unless another is near.</summary>
    private static readonly Duration PassedFor = Duration.FromMinutes(15);
    private static readonly Duration Near = Duration.FromMinutes(10);

    /// <summary>Makes it of talks.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="talks">Those that may have something to show, with what was read of them.</param>
    public WallBoard Of(string title, IReadOnlyList<Negotiation> talks)
    {
        var open = talks.Where(known => known.Status is not TalksStatus.Closed).ToList();
        var deadlines = open.SelectMany(known => known.Deadlines.Where(deadline => deadline.WantsOutcome).Select(deadline => (Talks: known, Deadline: deadline, At: deadline.At.ToInstant())))
            .OrderBy(one => one.At).ToList();
        var first = MattersMost([.. deadlines.Select(one => one.At)]);
        var others = deadlines.Where((_, place) => place != first).ToList();
        var accounts = open.SelectMany(Accounts).OrderByDescending(group => group.Max(one => one.Update.HeardAt)).Take(1).ToList();
        var quoted = accounts.SelectMany(group => group.Select(one => one.Update)).ToHashSet();
        return new WallBoard(title, home, State(talks.Count, open.Count, deadlines.Count))
        {
            Next = first is { } place ? Write(deadlines[place].Talks, deadlines[place].Deadline) : null,
            Following = [.. others.Take(MostFollowing).Select(one => Write(one.Talks, one.Deadline) with { Clocks = [] })],
            More = Math.Max(0, others.Count - MostFollowing),
            Sessions = [.. open.SelectMany(Sessions).OrderBy(one => one.State is WallSessionState.NotReported).ThenBy(one => one.At).Take(MostSessions)],
            Updates = [.. Latest(open, quoted).Select(one => Write(one.Talks, one.Update))],
            Accounts = [.. accounts.Select(group => new WallAccounts(group[0].Talks.Code, [.. group.Select(one => Write(one.Talks, one.Update))]))],
            Points = [.. Points(first is { } at ? [deadlines[at].Talks] : open)],
            Notices = [.. talks.SelectMany(Notices).OrderByDescending(notice => notice.At).ThenBy(notice => notice.Key, StringComparer.Ordinal).Take(MostUpdates)],
            Outcomes = [.. talks.Where(known => known.Outcome is not null).OrderByDescending(known => known.Outcome!.At).Take(MostOutcomes).Select(Ended)],
        };
    }

    private static WallState State(int talks, int open, int deadlines) => (talks, open, deadlines) switch
    {
        (0, _, _) => WallState.NoTalks,
        (_, 0, _) => WallState.AllClosed,
        (_, _, 0) => WallState.NoDeadline,
        _ => WallState.Counting,
    };

    /// <summary>The next to come; what passed just now goes before it, and so does what passed last where nothing is to come.</summary>
    /// <param name="moments">In order of time.</param>
    private int? MattersMost(IReadOnlyList<Instant> moments)
    {
        var passed = moments.Count(at => at <= now);
        var isAhead = passed < moments.Count;
        if (passed == 0)
        {
            return isAhead ? 0 : null;
        }

        var isFresh = now - moments[passed - 1] < PassedFor && !(isAhead && moments[passed] - now < Near);
        return isFresh || !isAhead ? passed - 1 : passed;
    }

    private WallDeadline Write(Negotiation talks, Deadline deadline)
    {
        var (at, clocks) = (deadline.At.ToInstant(), talks.ClocksFrom(deadline.At.Zone));
        return new WallDeadline($"{talks.Slug}/{deadline.Name}", talks.Code, talks.Title, deadline.Name, deadline.Label, at, TimeWording.ClockTime(at, clocks[0], firstDate: null, now))
        {
            Consequence = Shorten(deadline.Consequence),
            IsMoved = deadline.State is DeadlineState.Moved,
            Clocks = [.. TimeWording.Cells(at, clocks, now).Take(MostClocks)],
        };
    }

    private IEnumerable<WallSession> Sessions(Negotiation talks) => talks.Sessions.Where(session => session.IsAwaited(now)).Select(session =>
    {
        var at = session.StartsAt.ToInstant();
        var state = session.GoesOn(now) ? WallSessionState.UnderWay
            : session.State is SessionState.UnderWay || session.IsOverdue(now) ? WallSessionState.NotReported : WallSessionState.Planned;
        var details = string.Join(", ", new[] { session.Who, session.Place }.Where(text => text.Length > 0));
        return new WallSession(talks.Code, session.Name, details, at, TimeWording.ClockTime(at, talks.ClocksFrom(session.StartsAt.Zone)[0], firstDate: null, now), state);
    });

    private static IEnumerable<IReadOnlyList<(Negotiation Talks, Update Update)>> Accounts(Negotiation talks) =>
        UpdateWording.DifferingAccounts(talks).Select(group => (IReadOnlyList<(Negotiation, Update)>)[.. group.Select(account => (talks, account))]);

    private static IEnumerable<(Negotiation Talks, Update Update)> Latest(IEnumerable<Negotiation> open, HashSet<Update> quoted) => open
        .SelectMany(known => known.Published.Where(update => !quoted.Contains(update)).Select(update => (Talks: known, Update: update)))
        .OrderByDescending(one => one.Update.HeardAt).ThenByDescending(one => one.Update.Number)
        .Take(MostUpdates);

    private WallUpdate Write(Negotiation talks, Update update) =>
        new(talks.Code, update.Name, update.Side, Shorten(update.OneLine), WallWording.Attribution(update), TimeWording.OnOwnClock(update.HeardAt, home, now))
        {
            Priority = update.Priority < WirePriority.Regular ? update.Priority.ToString().ToUpperInvariant() : "",
            IsCorrected = update.Revisions.Count > 0,
        };

    private static IEnumerable<WallPoint> Points(IReadOnlyList<Negotiation> talks) => talks
        .SelectMany(known => PointListWording.InOrder(known.Points.Where(point => point.State is not PointState.Settled)).Select(point => (Talks: known, Point: point)))
        .Take(MostPoints)
        .Select(one => new WallPoint(one.Talks.Code, one.Point.Name, one.Point.Title, one.Point.State.Words(), [.. PointListWording.Worded(one.Talks, one.Point).Select(word => new WallWords(word.Side, Shorten(word.Wording)))]));

    /// <summary>A killed update is named, and none of its words.</summary>
    private IEnumerable<WallNotice> Notices(Negotiation talks)
    {
        foreach (var update in talks.Updates)
        {
            if (update is { CameOut: true, Killing: { } killing } && IsFresh(killing.At))
            {
                yield return new WallNotice($"{talks.Slug}/{update.Name}/kill", WallNoticeKind.Kill, killing.At, WallWording.Kill(talks, update, killing), WallWording.KillMark(talks, update, At(killing.At)));
            }
            else if (update is { IsPublic: true, Revisions: [.., var last] } && IsFresh(last.CorrectedAt))
            {
                yield return new WallNotice($"{talks.Slug}/{update.Name}/{update.Revisions.Count}", WallNoticeKind.Correction, last.CorrectedAt, WallWording.Correction(talks, update), WallWording.CorrectionMark(talks, update, At(last.CorrectedAt)));
            }
        }

        if (talks.Outcome is { } outcome && IsFresh(outcome.At))
        {
            yield return new WallNotice($"{talks.Slug}/{TimeWording.Iso(outcome.At)}", WallNoticeKind.Outcome, outcome.At, WallWording.Outcome(talks, outcome), WallWording.OutcomeMark(talks, outcome, At(outcome.At)));
        }
    }

    private WallOutcome Ended(Negotiation talks) =>
        new(talks.Title, talks.Outcome!.Kind.Words().ToUpperInvariant(), Shorten(talks.Outcome.Line), At(talks.Outcome.At));

    private bool IsFresh(Instant at) => at <= now && now - at < MarkedFor;

    private string At(Instant at) => TimeWording.OnOwnClock(at, home, now);

    private static string Shorten(string text) => Typography.Shorten(text, LongestText);
}

/// <summary>What a wall says in sentences. Pure.</summary>
public static class WallWording
{
    /// <summary>A wall of everything.</summary>
    public const string Desk = "The desk";

    /// <summary>As in <c>a senior US official (unnamed source)</c>.</summary>
    public static string Attribution(Update update) => $"{update.Attribution} ({update.Sourcing.Words()})";

    /// <summary>That something was withdrawn, without its words.</summary>
    public static string Kill(Negotiation talks, Update update, Killing killing) => $"{talks.Code} {update.Name} is withdrawn: do not use it{Typography.Dash(killing.Reason)}";

    /// <summary>The same in a few words.</summary>
    public static string KillMark(Negotiation talks, Update update, string at) => $"{talks.Code} {update.Name} withdrawn {at}";

    /// <summary>What was wrong and is right now.</summary>
    public static string Correction(Negotiation talks, Update update) =>
        $"{talks.Code} {update.Name} is corrected: {Typography.Brief(update.Text)}{Typography.Dash(update.Attribution)}";

    /// <summary>The same in a few words.</summary>
    public static string CorrectionMark(Negotiation talks, Update update, string at) => $"{talks.Code} {update.Name} corrected {at}";

    /// <summary>How talks ended.</summary>
    public static string Outcome(Negotiation talks, Outcome outcome) => $"{talks.Title}: {outcome.Line}";

    /// <summary>The same in a few words.</summary>
    public static string OutcomeMark(Negotiation talks, Outcome outcome, string at) => $"{talks.Code} {outcome.Kind.Words()} {at}";
}
