using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace TalksBot.Core.Commands;

/// <summary>Cuts a typed line into words. Knows quotes and the shape of <c>key:value</c>, but no command.</summary>
internal sealed class LineWords
{
    private readonly string _line;
    private readonly List<LineWord> _words = [];
    private int _at;

    private LineWords(string line) => _line = line;

    /// <summary>The words; false when a quotation is never closed.</summary>
    public static bool TrySplit(string line, [NotNullWhen(true)] out IReadOnlyList<LineWord>? words)
    {
        var split = new LineWords(line);
        words = split.Run() ? split._words : null;
        return words is not null;
    }

    private bool Run()
    {
        while (true)
        {
            while (_at < _line.Length && char.IsWhiteSpace(_line[_at]))
            {
                _at++;
            }

            if (_at == _line.Length)
            {
                return true;
            }

            if (!TryTakeWord())
            {
                return false;
            }
        }
    }

    private bool TryTakeWord()
    {
        if (Quotes.Opens(_line, _at))
        {
            if (!TryTakeQuotation(out var quotation))
            {
                return false;
            }

            _words.Add(new LineWord(quotation, Quoted: true, Key: null, "", _at));
            return true;
        }

        var start = _at;
        var key = KeyAt(_line, start);
        if (key is null)
        {
            TakeBare();
            _words.Add(new LineWord(_line[start.._at], Quoted: false, Key: null, "", _at));
            return true;
        }

        _at += key.Length + 1;
        if (!TryTakeValue(out var value))
        {
            return false;
        }

        _words.Add(new LineWord(_line[start.._at], Quoted: false, key, value, _at));
        return true;
    }

    private bool TryTakeValue(out string value)
    {
        if (Quotes.Opens(_line, _at))
        {
            return TryTakeQuotation(out value);
        }

        var start = _at;
        TakeBare();
        value = _line[start.._at];
        return true;
    }

    private void TakeBare()
    {
        // A date as Slack writes it, <!date^…|words>, is one word whatever spaces it holds.
        var stamp = _line.AsSpan(_at).StartsWith("<!date^", StringComparison.Ordinal) ? _line.IndexOf('>', _at) : -1;
        _at = Math.Max(_at, stamp);
        while (_at < _line.Length && !char.IsWhiteSpace(_line[_at]))
        {
            _at++;
        }
    }

    private bool TryTakeQuotation(out string text)
    {
        text = "";
        if (Quotes.Closing(_line, _at) is not { } closing)
        {
            return false;
        }

        var taken = new StringBuilder();
        for (_at++; _at < closing; _at++)
        {
            _at += _line[_at] == '\\' && _at + 1 < closing && Quotes.IsEscapable(_line[_at + 1]) ? 1 : 0;
            taken.Append(_line[_at]);
        }

        _at = closing + 1;
        text = taken.ToString();
        return true;
    }

    /// <summary>The name before a colon that begins there, as in <c>key:value</c>; null when none does.</summary>
    public static string? KeyAt(string line, int start)
    {
        var end = start;
        while (end < line.Length && (char.IsAsciiLetter(line[end]) || (line[end] == '-' && end > start)))
        {
            end++;
        }

        return end > start && end < line.Length && line[end] == ':' ? line[start..end] : null;
    }
}

/// <summary>One word of a typed line; a quotation is one word.</summary>
/// <param name="Text">The word as typed, without its quotes and escapes when the whole word is a quotation.</param>
/// <param name="Quoted">The whole word was a quotation.</param>
/// <param name="Key">What stands before the first colon, when it could be a parameter's name; else null.</param>
/// <param name="Value">What stands after that colon, without quotes and escapes; empty when there is no key.</param>
/// <param name="End">Where the word ends in the line, exclusive.</param>
internal sealed record LineWord(string Text, bool Quoted, string? Key, string Value, int End)
{
    /// <summary>The same as typing <c>key:value</c>.</summary>
    public static LineWord Of(string key, string value) => new($"{key}:{value}", Quoted: false, key, value, End: 0);

    /// <summary>The value was left out: <c>key:</c> and nothing more.</summary>
    public bool HasEmptyValue => Key is not null && Value.Length == 0 && Text.EndsWith(':');
}
