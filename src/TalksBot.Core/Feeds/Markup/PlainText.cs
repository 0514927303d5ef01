using System.Collections.Frozen;
using System.Text;
using TalksBot.Core.Text;

namespace TalksBot.Core.Feeds.Markup;

/// <summary>What a reader sees of a piece of a web page: its words, with a line for each paragraph. Nothing of it is ever shown as markup.</summary>
internal static class PlainText
{
    private static readonly FrozenSet<string> Blocks = Set("address article aside blockquote br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody tfoot thead tr ul");

    private static readonly FrozenSet<string> Inline = Set(
        "a abbr acronym applet area audio b base basefont bdi bdo big blink body button canvas caption cite code col colgroup command data datagrid datalist del details dfn dialog dir em embed event-source font frame frameset head html i iframe img input ins kbd keygen label legend link map mark marquee math menu menuitem meta meter multicol nobr noframes noscript object optgroup output param picture progress q rb rp rt rtc ruby s samp script select slot small source spacer span strike strong style sub summary sup svg td template textarea th time track tt u var video wbr");

    /// <summary>What is inside is no words.</summary>
    private static readonly FrozenSet<string> Silent = Set("script style");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockNames = Blocks.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineNames = Inline.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SilentNames = Silent.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Text that is no markup, tidied: visible letters alone, blanks made one, no more than one empty line.</summary>
    public static string Of(string text) => Tidy(text);

    /// <summary>The words of markup, tidied.</summary>
    /// <param name="markup">The markup.</param>
    /// <param name="isSure">True where every tag is one; else what is no tag of any page was written about, and stays.</param>
    public static string OfMarkup(ReadOnlySpan<char> markup, bool isSure = false)
    {
        var words = new StringBuilder(Math.Min(markup.Length, 4_096));
        var isDrawing = false;
        while (markup.Length > 0)
        {
            var at = markup.IndexOfAny('<', '&');
            Append(at < 0 ? markup : markup[..at], words);
            if (at < 0)
            {
                break;
            }

            markup = markup[at..];
            isDrawing = IsDrawing(markup, isDrawing);
            markup = markup[(markup[0] == '&' ? Entities.One(markup, words) : Tag(markup, words, isSure || isDrawing))..];
        }

        return Tidy(words.ToString());
    }

    /// <summary>True where a text that may be either holds tags of web pages or entities.</summary>
    public static bool LooksLikeMarkup(string text)
    {
        var unused = new StringBuilder();
        for (var at = text.IndexOfAny(['<', '&']); at >= 0; at = text.IndexOfAny(['<', '&'], at + 1))
        {
            var rest = text.AsSpan(at);
            if (rest[0] == '&' ? Entities.One(rest, unused.Clear()) > 1 : IsTag(rest))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTag(ReadOnlySpan<char> text) => text.StartsWith("<!--") || (Name(text) is { Length: > 0 } name && (BlockNames.Contains(name) || InlineNames.Contains(name)) && MarkupReader.Skip(text, out _) > 1);

    /// <summary>In markup a line break is a blank.</summary>
    private static void Append(ReadOnlySpan<char> text, StringBuilder words)
    {
        foreach (var letter in text)
        {
            words.Append(letter is '\n' or '\r' or '\t' ? ' ' : letter);
        }
    }

    /// <summary>Drawings and formulas have tags of their own, which nobody writes about within one.</summary>
    private static bool IsDrawing(ReadOnlySpan<char> text, bool was) =>
        text[0] == '<' && Name(text) is var name && (name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.Equals("math", StringComparison.OrdinalIgnoreCase)) ? text[1] != '/' : was;

    private static int Tag(ReadOnlySpan<char> text, StringBuilder words, bool isSure)
    {
        var length = MarkupReader.Skip(text, out var raw);
        if (length == 1)
        {
            words.Append('<');
            return 1;
        }

        if (raw.Length > 0 || text[1] is '!' or '?')
        {
            words.Append(raw);
            return length;
        }

        var name = Name(text);
        if (BlockNames.Contains(name))
        {
            words.Append(name is "p" or "P" ? "\n\n" : "\n");
        }
        else if (!isSure && !InlineNames.Contains(name) && !name.Contains(':'))
        {
            // No tag of any page: somebody wrote about one.
            words.Append(text[..length]);
            return length;
        }
        else if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase))
        {
            words.Append(' ');
        }

        return text[1] != '/' && text[length - 2] != '/' && SilentNames.Contains(name) ? Silence(text, length, name) : length;
    }

    /// <summary>To the end of what is no words; where that never ends, it is all that is left.</summary>
    private static int Silence(ReadOnlySpan<char> text, int length, ReadOnlySpan<char> name)
    {
        var at = length;
        while (text[at..].IndexOf("</") is >= 0 and var found)
        {
            at += found + 2;
            if (text[at..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return text[at..].IndexOf('>') is >= 0 and var end ? at + end + 1 : text.Length;
            }
        }

        return text.Length;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var begins = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var end = begins;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is ':' or '-' or '_'))
        {
            end++;
        }

        return text[begins..end];
    }

    private static string Tidy(string text)
    {
        var clean = CleanText.Of(text);
        var tidy = new StringBuilder(clean.Length);
        var isGap = false;
        foreach (var line in clean.Split('\n'))
        {
            var words = UserText.OneLine(line);
            if (words.Length == 0)
            {
                isGap = true;
                continue;
            }

            tidy.Append(tidy.Length == 0 ? "" : isGap ? "\n\n" : "\n").Append(words);
            isGap = false;
        }

        return tidy.ToString();
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
