using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace TalksBot.Core.Text;

/// <summary>The address where something was said, as somebody gives it: a web address that no platform, file or page can take for anything else. Pure.</summary>
public static class SourceLink
{
    /// <summary>The longest address, in characters.</summary>
    public const int Longest = 1_000;

    /// <summary>What is left as it is in an address; everything else is written by its bytes.</summary>
    private const string Plain = "-._~:/?#&=+,;%$!";

    /// <summary>Reads it; null and the sentence that refuses it where it is no web address.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="link">The address, in letters, digits and marks that mean nothing to any markup.</param>
    public static string? Check(string typed, out Uri? link)
    {
        link = null;
        var text = typed.Trim();
        if (text.Length > Longest)
        {
            return $"The link is longer than {Longest} characters; give the address of the page itself.";
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var read) || read.Scheme is not ("http" or "https") || !text.StartsWith(read.Scheme + "://", StringComparison.OrdinalIgnoreCase)
            || read.IdnHost.Length == 0 || read.IdnHost.Any(char.IsWhiteSpace))
        {
            return "The link is no web address; write it as https://example.org/page.";
        }

        if (read.UserInfo.Length > 0)
        {
            return "The link names a user before its host, which hides where it leads; give the address without it.";
        }

        // A name in other letters is shown as the net spells it, so that none passes for another.
        var written = Written($"{read.Scheme}://{read.IdnHost}{(read.IsDefaultPort ? "" : $":{read.Port}")}{read.PathAndQuery}{read.Fragment}");
        return written.Length > Longest
            ? $"The link is longer than {Longest} characters; give the address of the page itself."
            : Uri.TryCreate(written, UriKind.Absolute, out link) ? null : "The link is no web address; write it as https://example.org/page.";
    }

    /// <summary>Reads an address that a file holds.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Uri? link) => Check(text, out link) is null && link is not null;

    /// <summary>What is shown for it where there is little room: the site.</summary>
    public static string Site(Uri link) => link.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? link.IdnHost[4..] : link.IdnHost;

    private static string Written(string address)
    {
        var written = new StringBuilder(address.Length);
        foreach (var letter in address.EnumerateRunes())
        {
            if (letter.IsAscii && (char.IsAsciiLetterOrDigit((char)letter.Value) || Plain.Contains((char)letter.Value, StringComparison.Ordinal)))
            {
                written.Append((char)letter.Value);
            }
            else
            {
                foreach (var unit in Encoding.UTF8.GetBytes(letter.ToString()))
                {
                    written.Append('%').Append(unit.ToString("X2", CultureInfo.InvariantCulture));
                }
            }
        }

        return written.ToString();
    }
}
