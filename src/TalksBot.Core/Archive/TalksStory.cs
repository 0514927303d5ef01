using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;

namespace TalksBot.Core.Archive;

/// <summary>The story of one negotiation: each change of its record as the command that made it.</summary>
internal sealed class TalksStory
{
    private readonly FiledTalks _talks;
    private readonly StoryChanges _changes;
    private readonly FollowSteps _follows;
    private readonly DeadlineSteps _deadlines;
    private readonly SessionSteps _sessions;
    private readonly UpdateSteps _updates;
    private readonly PointSteps _points;

    public TalksStory(FiledTalks talks)
    {
        _talks = talks;
        _changes = new StoryChanges(talks);
        _follows = new FollowSteps(talks, _changes);
        var numbers = new StoryNumbers(_changes);
        _deadlines = new DeadlineSteps(talks, _changes, numbers);
        _sessions = new SessionSteps(talks, _changes, numbers);
        _updates = new UpdateSteps(talks, _changes, numbers);
        _points = new PointSteps(talks, numbers);
    }

    /// <summary>The steps, oldest first.</summary>
    public IEnumerable<StoryStep> Steps()
    {
        for (var i = 0; i < _changes.Count; i++)
        {
            foreach (var line in Lines(i))
            {
                yield return new StoryStep(_changes[i].At, line, _changes[i].By);
            }
        }
    }

    private IEnumerable<string> Lines(int index)
    {
        var change = _changes[index];
        return change.Subject.Length == 0 ? Whole(index) : change.Subject[0] switch
        {
            _ when _follows.Knows(change.Subject) => _follows.Lines(index),
            'D' => _deadlines.Lines(index),
            'S' => _sessions.Lines(index),
            '#' => _updates.Lines(index),
            _ => _points.Lines(change),
        };
    }

    private IEnumerable<string> Whole(int index) => _changes[index].Verb switch
    {
        ChangeVerb.Opened when _talks.Follows.Count == 0 => [Open(), _follows.Desk()],
        ChangeVerb.Opened => [Open()],
        ChangeVerb.Suspended => [StoryLine.Write("suspend", ("talks", _talks.Slug))],
        ChangeVerb.Resumed => [StoryLine.Write("resume", ("talks", _talks.Slug))],
        ChangeVerb.Closed => [StoryLine.Write("close", ("talks", _talks.Slug))],
        ChangeVerb.Concluded => [Outcome(index)],
        _ => [],
    };

    private string Open() => StoryLine.Write(
        "open",
        ("slug", _talks.Slug),
        ("title", _talks.Title),
        ("parties", string.Join("; ", _talks.Parties.Select(party => $"{party.Code}={party.Name}"))),
        ("principals", string.Join("; ", _talks.Parties.SelectMany(party => party.Principals.Select(name => $"{party.Code}: {name}")))),
        ("venue", _talks.Venue),
        ("zone", _talks.Zone.Id),
        ("clocks", string.Join(", ", _talks.Clocks)),
        ("follow", "no"));

    private string Outcome(int index) => StoryLine.Write(
        "outcome",
        ("talks", _talks.Slug),
        ("kind", _changes.Ending(index).Words()),
        ("line", ChangeWording.Of(_changes[index].New)));
}
