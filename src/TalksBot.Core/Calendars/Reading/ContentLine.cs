using System.Text;

namespace TalksBot.Core.Calendars.Reading;

/// <summary>A property of a calendar: its name, what is said of it, and its value as it stands.</summary>
/// <param name="Name">Its name in capitals.</param>
/// <param name="Parameters">What is said of it, by names in capitals; of a parameter given twice the first.</param>
/// <param name="Value">Its value, still escaped.</param>
internal sealed record ContentLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>A parameter; empty where it is not given.</summary>
    public string this[string parameter] => Parameters.GetValueOrDefault(parameter, "");

    /// <summary>The value as words: what RFC 5545 §3.3.11 and the quoted-printable of older calendars make of them.</summary>
    public string Text => Unescaped(this["ENCODING"].Equals(ContentLines.QuotedPrintable, StringComparison.OrdinalIgnoreCase) ? Printed(Value) : Value);

    /// <summary>The line's parts; null where it is none.</summary>
    public static ContentLine? Read(string line)
    {
        var colon = Find(line, ':', 0);
        if (colon <= 0)
        {
            return null;
        }

        // Outlook names a zone by an address, and leaves out the quotation marks that it would need.
        colon = line.AsSpan(colon + 1).StartsWith("//") && Find(line, ':', colon + 1) is > 0 and var next ? next : colon;

        var head = line[..colon];
        var end = Find(head, ';', 0);
        var name = (end < 0 ? head : head[..end]).Trim().ToUpperInvariant();
        return name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
            ? null
            : new ContentLine(name, end < 0 ? None : Said(head, end), line[(colon + 1)..]);
    }

    private static Dictionary<string, string> Said(string head, int at)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        while (at >= 0 && at < head.Length)
        {
            var next = Find(head, ';', at + 1);
            var part = head[(at + 1)..(next < 0 ? head.Length : next)];
            var equals = part.IndexOf('=', StringComparison.Ordinal);

            // Older calendars leave the name of some out.
            var (name, value) = equals < 0 ? ("ENCODING", part) : (part[..equals].Trim().ToUpperInvariant(), part[(equals + 1)..]);
            said.TryAdd(name, value.Trim().Trim('"'));
            at = next;
        }

        return said;
    }

    /// <summary>The next such mark outside quotation marks; where those do not end, as if there were none.</summary>
    private static int Find(string text, char mark, int from)
    {
        var isQuoted = false;
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[at] == mark && !isQuoted)
            {
                return at;
            }
        }

        return isQuoted ? text.IndexOf(mark, from) : -1;
    }

    private static string Unescaped(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            var isEscape = value[at] == '\\' && at + 1 < value.Length;
            text.Append(isEscape ? value[++at] is 'n' or 'N' ? '\n' : value[at] : value[at]);
        }

        return text.ToString();
    }

    private static string Printed(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '=' && at + 2 < value.Length && byte.TryParse(value.AsSpan(at + 1, 2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var one))
            {
                bytes.Add(one);
                at += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(value[at..(at + 1)]));
            }
        }

        return ContentLines.Decode([.. bytes]);
    }
}

/// <summary>The lines of a calendar, unfolded before they are decoded, for a fold may stand within a letter.</summary>
internal static class ContentLines
{
    /// <summary>How older calendars write letters that are not ASCII.</summary>
    public const string QuotedPrintable = "QUOTED-PRINTABLE";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines, whatever ends them; null for one that is no property.</summary>
    public static IEnumerable<ContentLine?> Read(byte[] file) => Whole(Utf8(file)).Select(line => ContentLine.Read(Decode(line)));

    /// <summary>As UTF-8, or, where it is none, as the letters of western Europe: each line for itself, for some files hold both.</summary>
    public static string Decode(byte[] line)
    {
        try
        {
            return Strict.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(line);
        }
    }

    private static byte[] Utf8(byte[] file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => file[3..],
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(file, 2, file.Length - 2)),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(file, 2, file.Length - 2)),
        _ => file,
    };

    private static IEnumerable<byte[]> Whole(byte[] file)
    {
        var line = new List<byte>();
        foreach (var (from, to) in Physical(file))
        {
            var isFold = file[from] is (byte)' ' or (byte)'\t';
            if (isFold || IsSoft(line))
            {
                line.AddRange(file.AsSpan(isFold ? from + 1 : from, to - (isFold ? from + 1 : from)));
                continue;
            }

            if (line.Count > 0)
            {
                yield return [.. line];
            }

            line.Clear();
            line.AddRange(file.AsSpan(from, to - from));
        }

        if (line.Count > 0)
        {
            yield return [.. line];
        }
    }

    /// <summary>A line of quoted-printable that goes on: its last mark goes.</summary>
    private static bool IsSoft(List<byte> line)
    {
        if (line is not [.., (byte)'='] || !Decode([.. line.Take(200)]).Contains(QuotedPrintable, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        line.RemoveAt(line.Count - 1);
        return true;
    }

    /// <summary>Where lines that hold something begin and end.</summary>
    private static IEnumerable<(int From, int To)> Physical(byte[] file)
    {
        var from = 0;
        for (var at = 0; at <= file.Length; at++)
        {
            if (at < file.Length && file[at] is not ((byte)'\r' or (byte)'\n'))
            {
                continue;
            }

            if (at > from)
            {
                yield return (from, at);
            }

            from = at + 1;
        }
    }
}
