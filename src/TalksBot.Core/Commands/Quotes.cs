using System.Collections.Frozen;

namespace TalksBot.Core.Commands;

/// <summary>The pairs of quotation marks that people type, straight, curly, low, angled and mixed, and where a quotation ends.</summary>
internal static class Quotes
{
    private const string Double = "\"“”„‟«»「」『』｢｣〝〞＂";
    private const string Single = "'‘’‚‛‹›＇";

    // The marks that close a quotation, and those that keyboards put in their place.
    private static readonly FrozenDictionary<char, (string Own, string Instead)> _closers = new (char Opener, string Own, string Instead)[]
    {
        ('"', "\"", "”“"),
        ('“', "”", "\"“"),
        ('”', "”", "\""),
        ('„', "“”", "\""),
        ('‟', "”", "\""),
        ('«', "»", "\""),
        ('»', "«", "»"),
        ('「', "」", ""),
        ('『', "』", ""),
        ('｢', "｣", ""),
        ('〝', "〞", "\""),
        ('＂', "＂", "\""),
        ('\'', "'’", ""),
        ('‘', "’'", ""),
        ('’', "’'", ""),
        ('‚', "‘’", "'"),
        ('‛', "’'", ""),
        ('‹', "›", ""),
        ('›', "‹", ""),
        ('＇', "＇'", ""),
    }.ToFrozenDictionary(pair => pair.Opener, pair => (pair.Own, pair.Instead));

    /// <summary>Whether the character is a quotation mark of any kind, or an apostrophe.</summary>
    public static bool IsMark(char c) => Double.Contains(c, StringComparison.Ordinal) || Single.Contains(c, StringComparison.Ordinal);

    /// <summary>Whether a quotation opens at that place of the line, which a word or a value begins at.</summary>
    public static bool Opens(string line, int at) => at < line.Length && (IsDouble(line[at]) || (IsSingle(line[at]) && Closing(line, at) is not null));

    /// <summary>Where the quotation that opens there closes; null when it never does.</summary>
    public static int? Closing(string line, int at)
    {
        var (own, instead) = _closers[line[at]];
        return IsSingle(line[at])
            ? ClosingSingle(line, at, own + instead)
            : ClosingDouble(line, at, own) ?? ClosingDouble(line, at, own + instead) ?? First(line, at, own + instead);
    }

    private static bool IsDouble(char c) => Double.Contains(c, StringComparison.Ordinal) && _closers.ContainsKey(c);

    private static bool IsSingle(char c) => Single.Contains(c, StringComparison.Ordinal) && _closers.ContainsKey(c);

    // A mark at the start of a word within it opens a quotation of its own, which closes first.
    private static int? ClosingDouble(string line, int opening, string closers)
    {
        var inner = 0;
        for (var at = opening + 1; at < line.Length; at++)
        {
            if (line[at] == '\\' && at + 1 < line.Length && IsEscapable(line[at + 1]))
            {
                at++;
            }
            else if (at > opening + 1 && IsDouble(line[at]) && StartsWord(line, at))
            {
                inner++;
            }
            else if (inner > 0 && IsDouble(line[at]))
            {
                inner--;
            }
            else if (closers.Contains(line[at], StringComparison.Ordinal))
            {
                return at;
            }
        }

        return null;
    }

    // Of the marks that may be apostrophes the last counts that stands before the next part of the command, else the first.
    private static int? ClosingSingle(string line, int opening, string closers)
    {
        if (opening + 1 == line.Length || char.IsWhiteSpace(line[opening + 1]))
        {
            return null;
        }

        int? first = null;
        int? last = null;
        for (var at = opening + 1; at < line.Length; at++)
        {
            if (at > opening + 1 && StartsWord(line, at) && (IsDouble(line[at]) || IsSingle(line[at])))
            {
                break;
            }

            if (line[at] == '\\' && at + 1 < line.Length && IsEscapable(line[at + 1]))
            {
                at++;
            }
            else if (closers.Contains(line[at], StringComparison.Ordinal) && EndsWord(line, at))
            {
                first ??= at;
                last = EndsPart(line, at + 1) ? at : last;
            }
        }

        // This one is an apostrophe more often than not: ’95.
        return line[opening] == '’' ? last : last ?? first;
    }

    private static int? First(string line, int opening, string closers)
    {
        for (var at = opening + 1; at < line.Length; at++)
        {
            if (line[at] == '\\' && at + 1 < line.Length && IsEscapable(line[at + 1]))
            {
                at++;
            }
            else if (closers.Contains(line[at], StringComparison.Ordinal))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>Whether a backslash before it makes the character part of the words.</summary>
    public static bool IsEscapable(char c) => c == '\\' || IsMark(c);

    // Behind a space or a name's colon, and before a letter.
    private static bool StartsWord(string line, int at) =>
        (char.IsWhiteSpace(line[at - 1]) || (line[at - 1] == ':' && at > 1 && char.IsAsciiLetter(line[at - 2])))
        && at + 1 < line.Length && !char.IsWhiteSpace(line[at + 1]);

    private static bool EndsWord(string line, int at) =>
        !char.IsWhiteSpace(line[at - 1]) && (at + 1 == line.Length || char.IsWhiteSpace(line[at + 1]) || (char.IsPunctuation(line[at + 1]) && !IsMark(line[at + 1])));

    // The end, a name with its colon, or another quotation.
    private static bool EndsPart(string line, int at)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at]))
        {
            at++;
        }

        return at == line.Length || IsMark(line[at]) || LineWords.KeyAt(line, at) is not null;
    }
}
