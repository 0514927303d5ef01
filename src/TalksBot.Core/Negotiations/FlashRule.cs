using TalksBot.Core.Posts;

namespace TalksBot.Core.Negotiations;

/// <summary>The form of a flash: one short sentence, at once.</summary>
public static class FlashRule
{
    /// <summary>The most characters a flash may have.</summary>
    public const int LongestText = 200;

    /// <summary>Null when these terms keep to the form, or are no flash; else one sentence of advice.</summary>
    public static string? Refuse(UpdateTerms terms)
    {
        if (terms.Priority is not WirePriority.Flash)
        {
            return null;
        }

        if (terms.Embargo is not null)
        {
            return "A flash cannot be under embargo; add it as a bulletin.";
        }

        return terms.Text.Length > LongestText || HasSeveralSentences(terms.Text)
            ? $"A flash is one sentence of at most {LongestText} characters; shorten it, or add it as a bulletin."
            : null;
    }

    /// <summary>A full stop, question or exclamation mark with another sentence, begun by a capital, after it; "U.S. officials" has none.</summary>
    private static bool HasSeveralSentences(string text)
    {
        var words = text.Split(' ');
        return words.Zip(words.Skip(1)).Any(pair =>
            pair.First.Length > 3 && pair.First.TrimEnd('"', '”', ')') is [.., '.' or '!' or '?'] and not [.., '.', _, '.'] && char.IsUpper(pair.Second[0]));
    }
}
