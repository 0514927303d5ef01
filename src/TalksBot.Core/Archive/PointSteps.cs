using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Archive;

/// <summary>What was done to the sticking points of filed talks, as commands.</summary>
internal static class PointSteps
{
    private static readonly string[] Turns = [PointState.Open.Words(), PointState.Narrowing.Words()];

    /// <summary>The commands that made a change.</summary>
    public static IEnumerable<string> Lines(FiledTalks talks, FiledChange change, StoryNumbers numbers) => change.Verb switch
    {
        ChangeVerb.Added => [StoryLine.Write("point add", ("talks", talks.Slug), ("title", talks.Points.Single(known => known.Number == StoryChanges.NumberOf(change)).Title))],
        ChangeVerb.Set when Turns.Contains(change.After) =>
            [StoryLine.Write("point set", ("talks", talks.Slug), ("point", numbers.Of(change.Subject)), ("state", change.After))],
        ChangeVerb.Set => Word(talks, change, numbers),
        ChangeVerb.Settled => [StoryLine.Write("point settle", ("talks", talks.Slug), ("point", numbers.Of(change.Subject)))],
        _ => [],
    };

    private static IEnumerable<string> Word(FiledTalks talks, FiledChange change, StoryNumbers numbers)
    {
        var side = talks.Parties.Select(party => party.Code).FirstOrDefault(code => change.After.StartsWith($"{code}: ", StringComparison.Ordinal));
        return side is null
            ? []
            : [StoryLine.Write("point set", ("talks", talks.Slug), ("point", numbers.Of(change.Subject)), ("side", side), ("wording", change.After[(side.Length + 2)..]))];
    }
}
