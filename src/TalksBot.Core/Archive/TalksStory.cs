using TalksBot.Core.Commands;
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
        ChangeVerb.Opened when _talks.Follows.Count == 0 => [Open(index), _follows.Desk()],
        ChangeVerb.Opened => [Open(index)],
        ChangeVerb.Set => [StoryLine.Write("set", [("talks", _talks.Slug), .. Set(_changes[index].New)])],
        ChangeVerb.Reopened => [StoryLine.Write("reopen", ("talks", _talks.Slug))],
        ChangeVerb.Suspended => [StoryLine.Write("suspend", ("talks", _talks.Slug))],
        ChangeVerb.Resumed => [StoryLine.Write("resume", ("talks", _talks.Slug))],
        ChangeVerb.Closed => [StoryLine.Write("close", ("talks", _talks.Slug))],
        ChangeVerb.Concluded => [Outcome(index)],
        _ => [],
    };

    private string Open(int index) => StoryLine.Write("open",
    [
        ("slug", _talks.Slug),
        ("title", _changes.At(index, DetailField.Title, _talks.Title)),
        .. Sides(_changes.At<ChangeValue.Sides>(index)?.Parties ?? [.. _talks.Parties.Select(party => party.Restore())]),
        ("venue", _changes.At(index, DetailField.Venue, _talks.Venue)),
        ("zone", (_changes.At<ChangeValue.Home>(index)?.Zone ?? _talks.Zone).Id),
        ("clocks", string.Join(", ", _changes.At<ChangeValue.Wall>(index)?.Clocks ?? _talks.Clocks)),
        ("follow", "no"),
    ]);

    private static IEnumerable<(string Name, string? Value)> Set(ChangeValue to) => to switch
    {
        ChangeValue.Detail detail => [StoryLine.Of(detail)],
        ChangeValue.Sides { Parties: [] } => [("parties", CommandCall.Nothing)],
        ChangeValue.Sides sides => Sides(sides.Parties).Select(given => given with { Value = given.Value is "" ? CommandCall.Nothing : given.Value }),
        ChangeValue.Home home => [("zone", home.Zone.Id)],
        ChangeValue.Wall wall => [("clocks", string.Join(", ", wall.Clocks))],
        _ => [],
    };

    private static IEnumerable<(string Name, string? Value)> Sides(IReadOnlyList<Party> parties) =>
    [
        ("parties", string.Join("; ", parties.Select(party => $"{party.Code}={party.Name}"))),
        ("principals", string.Join("; ", parties.SelectMany(party => party.Principals.Select(name => $"{party.Code}: {name}")))),
    ];

    private string Outcome(int index) => StoryLine.Write(
        "outcome",
        ("talks", _talks.Slug),
        ("kind", _changes.Ending(index).Words()),
        ("line", ChangeWording.Of(_changes[index].New)));
}
