using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Archive;

/// <summary>What was done to the sticking points of filed talks, as commands.</summary>
internal sealed class PointSteps(FiledTalks talks, StoryNumbers numbers)
{
    private static readonly string[] Turns = [PointState.Open.Words(), PointState.Narrowing.Words()];

    private readonly Dictionary<int, FiledPoint> _points = talks.Points.ToDictionary(point => point.Number);

    /// <summary>The commands that made a change.</summary>
    public IEnumerable<string> Lines(FiledChange change) => change.Verb switch
    {
        ChangeVerb.Added => [StoryLine.Write("point add", ("talks", talks.Slug), ("title", _points[StoryChanges.NumberOf(change)].Title))],
        ChangeVerb.Set when Turns.Contains(change.After) =>
            [StoryLine.Write("point set", ("talks", talks.Slug), ("point", numbers.Of(change.Subject)), ("state", change.After))],
        ChangeVerb.Set => Word(change),
        ChangeVerb.Settled => [StoryLine.Write("point settle", ("talks", talks.Slug), ("point", numbers.Of(change.Subject)))],
        _ => [],
    };

    private IEnumerable<string> Word(FiledChange change)
    {
        var side = talks.Parties.Select(party => party.Code).FirstOrDefault(code => change.After.StartsWith($"{code}: ", StringComparison.Ordinal));
        return side is null
            ? []
            : [StoryLine.Write("point set", ("talks", talks.Slug), ("point", numbers.Of(change.Subject)), ("side", side), ("wording", change.After[(side.Length + 2)..]))];
    }
}
