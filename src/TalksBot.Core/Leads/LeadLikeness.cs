using System.Collections.Frozen;
using TalksBot.Core.Text;

namespace TalksBot.Core.Leads;

/// <summary>
/// Whether two titles tell the same news: an agency's report goes through many feeds with a small word more or less. A word that could make it other news – a
/// number, a day, a denial – keeps them apart. Pure.
/// </summary>
public static class LeadLikeness
{
    /// <summary>For how long the same news is the same.</summary>
    public static readonly Duration Window = Duration.FromHours(48);

    /// <summary>Fewer words say too little to be told apart by.</summary>
    private const int Fewest = 4;

    /// <summary>So many words one may have beyond the other: who says it, or that it is new.</summary>
    private const int MostBeyond = 2;

    private const int ShortestOfWeight = 4;

    private static readonly FrozenSet<string> Small = "WILL WITH FROM THAT THIS HAVE BEEN WERE SAYS SAID OVER INTO THEIR AFTER ABOUT".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Turning =
        "NO NOT NEVER DENIES DENY DENIED WITHOUT FALSE AGAINST UNLIKELY THEN MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where they do.</summary>
    public static bool AreAlike(string one, string other)
    {
        var (first, second) = (Words(one), Words(other));
        if (first.Count < Fewest || second.Count < Fewest)
        {
            return UserText.SameWords(one, other);
        }

        var (less, more) = first.Count <= second.Count ? (first, second) : (second, first);
        return less.IsSubsetOf(more) && more.Count - less.Count <= MostBeyond && !more.Except(less).Any(Turns);
    }

    private static bool Turns(string word) => Turning.Contains(word) || word.Any(char.IsDigit);

    private static HashSet<string> Words(string title) =>
    [
        .. new string([.. PlainLetters.Capitals(title).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => Turns(word) || (word.Length >= ShortestOfWeight && !Small.Contains(word))),
    ];
}
