using System.Text.RegularExpressions;

namespace TalksBot.Core.Text;

/// <summary>Finds the web addresses in a text, so that platforms can let people follow them. Pure.</summary>
public static partial class WebAddress
{
    /// <summary>The address that begins at this place, without the full stop or bracket behind it; empty for none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place of a letter.</param>
    public static string At(string text, int at)
    {
        if (text[at] is not ('h' or 'H') || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_')))
        {
            return "";
        }

        var found = Written().Match(text, at);
        return found.Success && found.Index == at ? Trim(found.Value) : "";
    }

    /// <summary>The text cut where addresses begin and end.</summary>
    public static IEnumerable<(string Text, bool IsAddress)> Parts(string text)
    {
        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            var address = At(text, at);
            if (address.Length == 0)
            {
                at++;
                continue;
            }

            if (at > from)
            {
                yield return (text[from..at], false);
            }

            yield return (address, true);
            from = at += address.Length;
        }

        if (from < text.Length)
        {
            yield return (text[from..], false);
        }
    }

    /// <summary>A bracket belongs to the address when it was opened in it.</summary>
    private static string Trim(string address)
    {
        while (address[^1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' || (address[^1] is ')' or ']' && !address.Contains(address[^1] is ')' ? '(' : '[', StringComparison.Ordinal)))
        {
            address = address[..^1];
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed is { Host.Length: > 0 } ? address : "";
    }

    [GeneratedRegex(@"\Ghttps?://[A-Za-z0-9][A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Written();
}
