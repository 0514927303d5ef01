using System.Text;
using TalksBot.Chat.Text;

namespace TalksBot.Slack.Posting;

/// <summary>
/// Writes clean text for Slack's text objects, escaping <c>&amp; &lt; &gt;</c> once. Nothing can escape <c>* _ ~ `</c> and the like
/// (slack.md §11), so what people typed goes where no markup works.
/// </summary>
internal static class Markup
{
    /// <summary>The whole of a clean text.</summary>
    public static string Escape(string clean) => Write(clean, int.MaxValue).Written;

    /// <summary>As much of a clean text as there is room for, ending in … where it was cut.</summary>
    public static string Shorten(string clean, int room) => Letters.Shorten(clean, room, Write);

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
    private static int LetterLength(string clean, int at) => clean[at] is '&' or '<' or '>' ? 1 : Letters.LengthAt(clean, at);
}
