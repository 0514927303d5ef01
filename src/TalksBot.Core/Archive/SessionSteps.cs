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
            ChangeVerb.Added => [Add(session, index)],
            ChangeVerb.Moved => [Write("session move", change, ("at", Start(session, index)))],
            ChangeVerb.Started => [Write("session start", change, ("at", Start(session, index)))],
            ChangeVerb.Ended => [Write("session end", change, ("at", session.EndsAt is { } end ? TimeWording.Iso(end) : null))],
            ChangeVerb.Cancelled => [Write("session cancel", change, ("note", ChangeWording.Of(change.New)))],
            _ => [],
        };
    }

    private string Write(string path, FiledChange change, (string Name, string? Value) last) =>
        StoryLine.Write(path, ("talks", talks.Slug), ("session", numbers.Of(change.Subject)), last);

    /// <summary>A planned end is forgotten once the session is moved or has ended, so then none is given.</summary>
    private string Add(FiledSession session, int index)
    {
        var until = changes.After(index, ChangeVerb.Moved, ChangeVerb.Ended).Any() ? null : session.EndsAt;
        return StoryLine.Write(
            "session add",
            ("talks", talks.Slug),
            ("at", Start(session, index)),
            ("until", until is null ? null : TimeWording.Iso(until)),
            ("place", session.Place),
            ("who", session.Who));
    }

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
