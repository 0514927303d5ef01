using System.Globalization;
using System.Net;
using System.Text;

namespace TalksBot.Core.Feeds.Markup;

/// <summary>Resolves entities, those of web pages too, whether a document declares them or not. An ampersand that begins none stands for itself.</summary>
internal static class Entities
{
    private const int Longest = 32;

    /// <summary>Numbers that old editors wrote as if they were letters of Windows.</summary>
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The text with those numbers as the letters that were meant.</summary>
    public static string WithoutControls(string text) => text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0
        ? text
        : string.Create(text.Length, text, (letters, from) =>
        {
            for (var at = 0; at < from.Length; at++)
            {
                letters[at] = from[at] is >= '\u0080' and <= '\u009F' ? Windows[from[at] - 0x80] : from[at];
            }
        });

    /// <summary>The text with its entities resolved, once.</summary>
    public static string Resolved(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
        {
            return text.ToString();
        }

        var resolved = new StringBuilder(text.Length);
        Resolve(text, resolved);
        return resolved.ToString();
    }

    /// <summary>Writes the text with its entities resolved, once.</summary>
    public static void Resolve(ReadOnlySpan<char> text, StringBuilder into)
    {
        while (text.Length > 0)
        {
            var at = text.IndexOf('&');
            if (at < 0)
            {
                into.Append(text);
                return;
            }

            into.Append(text[..at]);
            text = text[at..];
            text = text[One(text, into)..];
        }
    }

    /// <summary>Writes what stands at the beginning of a text that begins with an ampersand.</summary>
    /// <returns>How many characters of the text that is.</returns>
    public static int One(ReadOnlySpan<char> text, StringBuilder into)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (end > 1 && text[1] == '#' && Numbered(text[2..end]) is { } rune)
        {
            into.Append(rune);
            return end + 1;
        }

        if (end > 1 && IsName(text[1..end]) && WebUtility.HtmlDecode(text[..(end + 1)].ToString()) is var named && named.Length <= 2)
        {
            into.Append(named);
            return end + 1;
        }

        into.Append('&');
        return 1;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Numbered(ReadOnlySpan<char> digits)
    {
        var isHex = digits is ['x' or 'X', ..];
        if (!int.TryParse(isHex ? digits[1..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return number switch
        {
            >= 0x80 and <= 0x9F => Windows[number - 0x80].ToString(),
            0 or < 0 => "\uFFFD",
            _ => Rune.TryCreate(number, out var rune) ? rune.ToString() : "\uFFFD",
        };
    }
}
