using TalksBot.Core.Feeds;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Text;

namespace TalksBot.Core.Leads;

/// <summary>
/// Whether an item speaks of talks: it holds one of the feed's own words, or the talks' name, or the names of two of their sides. Words are looked for whole,
/// in any case of letters and with or without accents. Pure.
/// </summary>
public sealed class LeadMatch
{
    /// <summary>A shorter code of a side is a word of every language.</summary>
    private const int ShortestCode = 3;

    private readonly string _said;

    private LeadMatch(string said) => _said = said;

    /// <summary>What an item says, to be looked through.</summary>
    public static LeadMatch In(FeedItem item) => new(Plain($"{item.Title} {item.Text} {item.Whole}"));

    /// <summary>True where it holds one of the words, which stand between commas.</summary>
    public bool HasOneOf(string words) => words.Equals(FeedWish.Everything, StringComparison.OrdinalIgnoreCase) || words.Split(',').Any(Has);

    /// <summary>True where it names the talks, or two of their sides.</summary>
    public bool Names(Negotiation talks) => Has(talks.Title) || Has(talks.Slug) || Has(talks.Code) || talks.Parties.Count(Names) > 1;

    private bool Names(Party party) => Has(party.Name) || (party.Code.Length >= ShortestCode && Has(party.Code));

    private bool Has(string words) => Plain(words) is { Length: > 2 } plain && _said.Contains(plain, StringComparison.Ordinal);

    /// <summary>Letters and digits in capitals, with one blank around each word.</summary>
    private static string Plain(string text) =>
        $" {string.Join(' ', new string([.. PlainLetters.Capitals(text).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
}
