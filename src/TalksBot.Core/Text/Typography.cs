using System.Globalization;

namespace TalksBot.Core.Text;

/// <summary>The small joints of sentences.</summary>
public static class Typography
{
    /// <summary>As much of a text as a list shows: ten rows of it fit into one message everywhere.</summary>
    private const int BriefLength = 280;

    /// <summary>A text is cut between words where a blank is nearer than this.</summary>
    private const int NearestBlank = 20;

    /// <summary>Something set off by a dash, as in <c> – agreed</c>; empty stays empty.</summary>
    public static string Dash(string text) => text.Length == 0 ? "" : $" – {text}";

    /// <summary>As in "1 change", "2 changes", "no changes".</summary>
    public static string Count(int count, string one) => count switch
    {
        0 => $"no {one}s",
        1 => $"1 {one}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} {one}s"),
    };

    /// <summary>As in "#1, #2 and #3".</summary>
    public static string And(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary>What a list leaves out, as in "and 14 more".</summary>
    public static string More(int count) => string.Create(CultureInfo.InvariantCulture, $"and {count} more");

    /// <summary>
    /// The text with at most so many characters, ending in … where it was cut: between words where one is near, and never a letter
    /// from its accents or an emoji in two.
    /// </summary>
    public static string Shorten(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > limit - 1)
            {
                break;
            }

            end = next;
        }

        var blank = end == 0 ? -1 : text.LastIndexOf(' ', end - 1);
        return limit <= 0 ? "" : $"{text[..(blank > end - NearestBlank && blank > 0 ? blank : end)]}…";
    }

    /// <summary>A text as lists show it, on one line: whole where it is short, else its beginning.</summary>
    public static string Brief(string text) => Shorten(UserText.OneLine(text), BriefLength);

    /// <summary>The sentence with a capital.</summary>
    public static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
}
