using TalksBot.Core.Commands;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Times;

namespace TalksBot.Core.Archive;

/// <summary>What was done to the sessions of filed talks, as commands.</summary>
internal sealed class SessionSteps(FiledTalks talks, StoryChanges changes, StoryNumbers numbers)
{
    private readonly Dictionary<int, FiledSession> _sessions = talks.Sessions.ToDictionary(session => session.Number);

    /// <summary>The commands that made a change.</summary>
    public IEnumerable<string> Lines(int index)
    {
        var change = changes[index];
        var session = _sessions[StoryChanges.NumberOf(change)];
        return change.Verb switch
        {
            ChangeVerb.Added => StoryTime.IsFollowing(session.Repeat) ? [] : [Add(session, index)],
            ChangeVerb.Moved => [Write("session move", change, [("at", Start(session, index)), ("until", Until(session, index)), .. StoryTime.Why(change.New)])],
            ChangeVerb.Set when change.New is ChangeValue.Detail detail => [Write("session set", change, StoryLine.Of(detail))],
            ChangeVerb.Set when change.New is ChangeValue.Until end => [Write("session set", change, ("until", end.At is null ? CommandCall.Nothing : TimeWording.Iso(end.At)))],
            ChangeVerb.Set when change.New is ChangeValue.Repeats repeats => [Write("session set", change, ("repeat", StoryTime.Rule(repeats)))],
            ChangeVerb.Started => [Write("session start", change, ("at", Start(session, index)))],
            ChangeVerb.Ended => [Write("session end", change, ("at", Ended(session, change)))],
            ChangeVerb.Cancelled => [Write("session cancel", change, ("note", ChangeWording.Of(change.New)))],
            ChangeVerb.Covered => [Write("session cover", change, ("who", CoverSteps.Who(change)))],
            _ => [],
        };
    }

    private string Write(string path, FiledChange change, params IEnumerable<(string Name, string? Value)> more) =>
        StoryLine.Write(path, [("talks", talks.Slug), ("session", numbers.Of(change.Subject)), .. more]);

    private string Add(FiledSession session, int index) => StoryLine.Write(
        "session add",
        ("talks", talks.Slug),
        ("at", Start(session, index)),
        ("until", Until(session, index)),
        ("place", changes.At(index, DetailField.Place, session.Place)),
        ("who", changes.At(index, DetailField.Who, session.Who)),
        ("repeat", StoryTime.Rule(changes.At<ChangeValue.Repeats>(index) ?? new(session.Repeat?.Rule), first: true)));

    /// <summary>The planned end as it was given then; one that nobody set otherwise is forgotten once the session is moved again or has ended.</summary>
    private string? Until(FiledSession session, int index)
    {
        var next = changes.After(index, ChangeVerb.Moved, ChangeVerb.Ended, ChangeVerb.Set).FirstOrDefault(change => change.Verb is not ChangeVerb.Set || change.New is ChangeValue.Until);
        var end = next is null ? session.EndsAt : (next.Old as ChangeValue.Until)?.At;
        return end is null ? null : TimeWording.Iso(end);
    }

    /// <summary>An older version kept it only of the session.</summary>
    private static string? Ended(FiledSession session, FiledChange change) =>
        (change.New is ChangeValue.Moment moment ? moment.At : session.EndsAt) is { } end ? TimeWording.Iso(end) : null;

    private string Start(FiledSession session, int index)
    {
        var change = changes[index];
        var next = changes.After(index, ChangeVerb.Moved, ChangeVerb.Started).FirstOrDefault();
        return next is null ? TimeWording.Iso(session.StartsAt) : StoryTime.Write(change.New.IsNone ? next.Old : change.New, session.StartsAt);
    }
}

/// <summary>What was done to the sticking points of filed talks, as commands.</summary>
internal sealed class PointSteps(FiledTalks talks, StoryNumbers numbers)
{
    private readonly Dictionary<int, FiledPoint> _points = talks.Points.ToDictionary(point => point.Number);

    /// <summary>The commands that made a change.</summary>
    public IEnumerable<string> Lines(FiledChange change) => change.Verb switch
    {
        ChangeVerb.Added => [StoryLine.Write("point add", ("talks", talks.Slug), ("title", _points[StoryChanges.NumberOf(change)].Title))],
        ChangeVerb.Set when change.New is ChangeValue.Turn turn => [Set(change, ("state", turn.State.Words()))],
        ChangeVerb.Set when change.New is ChangeValue.Wording wording => [Set(change, ("side", wording.Side), ("wording", wording.Text))],
        ChangeVerb.Settled => [StoryLine.Write("point settle", ("talks", talks.Slug), ("point", numbers.Of(change.Subject)))],
        _ => [],
    };

    private string Set(FiledChange change, params (string Name, string? Value)[] how) =>
        StoryLine.Write("point set", [("talks", talks.Slug), ("point", numbers.Of(change.Subject)), .. how]);
}
