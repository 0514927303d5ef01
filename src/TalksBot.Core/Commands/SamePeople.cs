namespace TalksBot.Core.Commands;

/// <summary>Which accounts belong to one person; whoever is joined to somebody is joined to all that they are joined to. Pure.</summary>
/// <param name="joined">What chiefs have said.</param>
public sealed class SamePeople(IEnumerable<JoinedPeople> joined)
{
    private readonly ILookup<string, string> _beside = joined
        .SelectMany(pair => new[] { (From: $"{pair.One}", To: $"{pair.Other}"), (From: $"{pair.Other}", To: $"{pair.One}") })
        .ToLookup(step => step.From, step => step.To, StringComparer.Ordinal);

    /// <summary>Every account of the person who has this one, this one first.</summary>
    public IReadOnlyList<string> With(string person)
    {
        var found = new List<string> { person };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(_beside[found[i]].Except(found, StringComparer.Ordinal).ToList());
        }

        return found;
    }

    /// <summary>True when both accounts are one person's.</summary>
    public bool AreOne(string one, string other) => one == other || With(one).Contains(other, StringComparer.Ordinal);

    /// <summary>Everybody with more than one account, each once.</summary>
    public IEnumerable<IReadOnlyList<string>> All
    {
        get
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var person in _beside.Select(group => group.Key).Order(StringComparer.Ordinal).Where(person => !seen.Contains(person)))
            {
                var accounts = With(person);
                seen.UnionWith(accounts);
                yield return accounts;
            }
        }
    }
}
