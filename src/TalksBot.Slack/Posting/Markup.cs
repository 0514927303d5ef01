using System.Globalization;
using System.Text;

namespace TalksBot.Slack.Posting;

/// <summary>
/// Writes clean text for Slack's text objects, escaping <c>&amp; &lt; &gt;</c> once. Nothing can escape <c>* _ ~ `</c> and the like
/// (slack.md §11), so what people typed goes where no markup works.
/// </summary>
internal static class Markup
{
    /// <summary>A letter with this much hanging on it is no letter any more and may be cut anywhere.</summary>
    private const int LongestLetter = 64;

    /// <summary>The whole of a clean text.</summary>
    public static string Escape(string clean) => Write(clean, int.MaxValue).Written;

    /// <summary>As much of a clean text as there is room for, ending in … where it was cut.</summary>
    public static string Shorten(string clean, int room)
    {
        var (whole, left) = Write(clean, room);
        return left.Length == 0 ? whole : room < 1 ? "" : Write(clean, room - 1).Written + "…";
    }

    /// <summary>As much of a clean text as there is room for, and what is left; letters keep their accents.</summary>
    public static (string Written, string Left) Write(string clean, int room)
    {
        var written = new StringBuilder();
        for (var at = 0; at < clean.Length;)
        {
            var length = LetterLength(clean, at);
            var letter = clean.AsSpan(at, length);
            var escaped = letter switch
            {
                "&" => "&amp;",
                "<" => "&lt;",
                ">" => "&gt;",
                _ => letter,
            };
            if (escaped.Length > room - written.Length)
            {
                return (written.ToString(), clean[at..]);
            }

            written.Append(escaped);
            at += length;
        }

        return (written.ToString(), "");
    }

    /// <summary>What has to be escaped is always a letter alone, whatever hangs on it.</summary>
    private static int LetterLength(string clean, int at)
    {
        if (clean[at] is '&' or '<' or '>')
        {
            return 1;
        }

        var length = StringInfo.GetNextTextElementLength(clean, at);
        return length <= LongestLetter ? length : Rune.GetRuneAt(clean, at).Utf16SequenceLength;
    }
}
