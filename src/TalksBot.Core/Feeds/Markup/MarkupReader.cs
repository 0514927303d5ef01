namespace TalksBot.Core.Feeds.Markup;

/// <summary>
/// Reads XML as feeds write it: a tag that is never closed, an ampersand that begins nothing and a prefix that nobody declared are taken as they were meant.
/// One pass, each letter looked at a fixed number of times, bounded in depth and number; nothing outside the text is ever looked at.
/// </summary>
internal sealed class MarkupReader
{
    private const int Deepest = 100;
    private const int Most = 150_000;
    private const int MostAttributes = 64;

    /// <summary>So many prefixes may be declared at one place: each name is looked up among them.</summary>
    private const int MostDeclared = 100;

    private const int LongestInstruction = 1_024;

    /// <summary>Most elements have none, and share that.</summary>
    private static readonly List<KeyValuePair<string, string>> NoAttributes = [];

    private readonly string _text;
    private int _at;
    private int _count;
    private int _depth;
    private int _declared;

    private MarkupReader(string text) => _text = text;

    /// <summary>The document's root, which holds whatever stands at the top; null where it is deeper or of more parts than any feed.</summary>
    public static MarkupElement? Read(string text) => new MarkupReader(text).Run();

    /// <summary>How long the tag, comment or section is that a text begins with; one character where it begins none.</summary>
    /// <param name="text">A text that begins with <c>&lt;</c>.</param>
    /// <param name="raw">What it says: the words of a section, or the sign itself where it begins nothing.</param>
    public static int Skip(ReadOnlySpan<char> text, out ReadOnlySpan<char> raw)
    {
        raw = default;
        if (text.StartsWith("<![CDATA["))
        {
            var end = text.IndexOf("]]>");
            raw = end < 0 ? text["<![CDATA[".Length..] : text["<![CDATA[".Length..end];
            return end < 0 ? text.Length : end + "]]>".Length;
        }

        if (text.StartsWith("<!--"))
        {
            return After(text, "-->");
        }

        if (text.StartsWith("<?"))
        {
            return text[..Math.Min(text.Length, LongestInstruction)].IndexOf("?>") is >= 0 and var ends ? ends + "?>".Length : After(text, ">");
        }

        if (text.StartsWith("<!") && text.Length > 2 && IsFirst(text[2]))
        {
            return Declared(text);
        }

        if (text.Length > 1 && (IsFirst(text[1]) || (text[1] == '/' && text.Length > 2 && IsFirst(text[2]))) && TagLength(text) is { } length)
        {
            return length;
        }

        raw = text[..1];
        return 1;
    }

    private MarkupElement? Run()
    {
        var root = new MarkupElement(_text, parent: null, "", [], begins: 0) { Ends = _text.Length };
        var open = root;
        while (_at < _text.Length)
        {
            var next = _text.IndexOf('<', _at);
            if (next < 0)
            {
                break;
            }

            _at = next;
            var length = Skip(_text.AsSpan(next), out _);
            var isTag = next + 1 < _text.Length && length > 1 && _text[next + 1] is not ('!' or '?');
            _at = next + length;
            if (!isTag)
            {
                continue;
            }

            if (_text[next + 1] == '/')
            {
                open = Close(open, Name(next + 2), next);
            }
            else if (Open(open, next, length) is { } opened)
            {
                open = opened;
            }
            else
            {
                return null;
            }
        }

        for (; open is { Parent: not null }; open = open.Parent)
        {
            open.Ends = _text.Length;
        }

        return root;
    }

    /// <returns>What is open then; null where a bound is passed.</returns>
    private MarkupElement? Open(MarkupElement open, int begins, int length)
    {
        var name = Name(begins + 1);
        var isEmpty = _text[begins + length - 2] == '/' || name is "br" or "hr" or "img" or "BR" or "HR" or "IMG";

        // An item that is not closed ends where the next one begins.
        if (IsItem(name))
        {
            open = Close(open, name, begins);
        }

        var element = new MarkupElement(_text, open, name, Attributes(begins + 1 + name.Length, begins + length - 1), begins + length);
        open.Add(element);
        if (isEmpty)
        {
            return ++_count > Most ? null : open;
        }

        _declared += element.Declared;
        return ++_count > Most || ++_depth > Deepest || _declared > MostDeclared ? null : element;
    }

    /// <summary>Closes the nearest open element of a name and what is open in it; an end that nothing began is no end.</summary>
    private MarkupElement Close(MarkupElement open, string name, int at)
    {
        for (var found = open; found.Parent is not null; found = found.Parent)
        {
            if (!IsOf(found, name))
            {
                continue;
            }

            for (var inner = open; inner != found.Parent; inner = inner!.Parent)
            {
                inner!.Ends = at;
                _declared -= inner.Declared;
                _depth--;
            }

            return found.Parent;
        }

        return open;
    }

    private static bool IsItem(string name) => name is "item" or "entry" || name.EndsWith(":item", StringComparison.Ordinal) || name.EndsWith(":entry", StringComparison.Ordinal);

    private static bool IsOf(MarkupElement element, string tag)
    {
        var colon = tag.IndexOf(':', StringComparison.Ordinal);
        return tag.AsSpan(colon + 1).Equals(element.Name, StringComparison.OrdinalIgnoreCase) && tag.AsSpan(0, Math.Max(colon, 0)).Equals(element.Prefix, StringComparison.OrdinalIgnoreCase);
    }

    private string Name(int at)
    {
        var end = at;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not ('/' or '>' or '<' or '='))
        {
            end++;
        }

        return _text[at..end];
    }

    private List<KeyValuePair<string, string>> Attributes(int at, int end)
    {
        if (end - at < 2)
        {
            return NoAttributes;
        }

        var found = new List<KeyValuePair<string, string>>();
        while (found.Count < MostAttributes)
        {
            while (at < end && (char.IsWhiteSpace(_text[at]) || _text[at] is '/' or '='))
            {
                at++;
            }

            if (at >= end)
            {
                return found;
            }

            var name = Name(at);
            at += Math.Max(name.Length, 1);
            while (at < end && char.IsWhiteSpace(_text[at]))
            {
                at++;
            }

            if (at >= end || _text[at] != '=')
            {
                continue;
            }

            at++;
            var (from, to) = Value(ref at, end);
            found.Add(new(name, Entities.Resolved(_text.AsSpan(from, to - from))));
        }

        return found;
    }

    private (int From, int To) Value(ref int at, int end)
    {
        while (at < end && char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        if (at < end && _text[at] is '"' or '\'')
        {
            var closes = _text.IndexOf(_text[at], at + 1, end - at - 1);
            var from = at + 1;
            var to = closes < 0 ? end : closes;
            at = Math.Min(to + 1, end);
            return (from, to);
        }

        var begins = at;
        while (at < end && !char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        return (begins, at);
    }

    private static bool IsFirst(char letter) => char.IsLetter(letter) || letter == '_';

    private static int After(ReadOnlySpan<char> text, string end) => text.IndexOf(end) is >= 0 and var at ? at + end.Length : text.Length;

    /// <summary>A declaration of a document's type, whose own declarations stand in brackets. Nothing of it is obeyed.</summary>
    private static int Declared(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf('>');
        var bracket = close < 0 ? -1 : text[..close].IndexOf('[');
        if (bracket < 0)
        {
            return close < 0 ? text.Length : close + 1;
        }

        var ends = text[bracket..].IndexOf(']');
        if (ends < 0)
        {
            return text.Length;
        }

        var last = text[(bracket + ends)..].IndexOf('>');
        return last < 0 ? text.Length : bracket + ends + last + 1;
    }

    /// <summary>A tag ends at the first sign that closes it outside of quotation marks; where these are never closed, at the first at all. Null where it is none.</summary>
    private static int? TagLength(ReadOnlySpan<char> text)
    {
        var isValue = false;
        for (var at = 1; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '>':
                    return at + 1;
                case '<':
                    // Another tag begins, so this sign meant something else.
                    return null;
                case '=':
                    isValue = true;
                    break;
                case '"' or '\'' when isValue:
                    // No value holds the sign that begins a tag, so no letter is looked at twice.
                    var ends = text[(at + 1)..].IndexOfAny(text[at], '<');
                    if (ends >= 0 && text[at + 1 + ends] == text[at])
                    {
                        at += ends + 1;
                    }

                    isValue = false;
                    break;
                default:
                    isValue &= char.IsWhiteSpace(text[at]);
                    break;
            }
        }

        return null;
    }
}
