using System.Globalization;
using System.Text;
using TalksBot.Core.Channels;
using TalksBot.Core.Text;

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

/// <summary>Two accounts that a chief said are one person, on one platform or on two.</summary>
public sealed class JoinedPeople
{
    private JoinedPeople()
    {
    }

    /// <summary>They are one person.</summary>
    public JoinedPeople(ChannelAddress one, ChannelAddress other)
    {
        One = one;
        Other = other;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>One account, such as <c>discord:main/user/456</c>.</summary>
    public ChannelAddress One { get; private set; } = null!;

    /// <summary>The other account.</summary>
    public ChannelAddress Other { get; private set; } = null!;

    /// <summary>True when it joins exactly these two.</summary>
    public bool Joins(ChannelAddress one, ChannelAddress other) => (One == one && Other == other) || (One == other && Other == one);
}

/// <summary>People as the record names them: by the name others see, with the account's own beside it, which alone cannot be borrowed. Pure.</summary>
public static class PersonName
{
    private const int Longest = 64;

    /// <summary>The name in print.</summary>
    /// <param name="account">The account's own name.</param>
    /// <param name="shown">The names that others see, best first; one of which nothing is seen is passed over.</param>
    public static string Of(string account, params IEnumerable<string?> shown)
    {
        var own = Plain(account);
        var name = shown.Select(candidate => Plain(candidate ?? "")).FirstOrDefault(candidate => candidate.Length > 0, "");
        return own.Length == 0 ? name : name.Length == 0 || name == own ? own : $"{name} ({own})";
    }

    /// <summary>The name on one line, without what hides, turns or piles up, and not too long; empty when nothing is seen of it.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var rune in HiddenCharacters.Remove(name).EnumerateRunes().Where(IsPrinted))
        {
            if (plain.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            plain.Append(rune);
        }

        var trimmed = plain.ToString().Trim();
        return HiddenCharacters.ShowNothing(trimmed) ? "" : trimmed;
    }

    private static bool IsPrinted(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
