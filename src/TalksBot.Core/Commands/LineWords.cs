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
        if (Closing(_line[_at]) is not null)
        {
            if (!TryTakeQuotation(out var quotation))
            {
                return false;
            }

            _words.Add(new LineWord(quotation, Quoted: true, Key: null, "", _at));
            return true;
        }

        var start = _at;
        var key = KeyAt(start);
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
        if (_at < _line.Length && Closing(_line[_at]) is not null)
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
        while (_at < _line.Length && !char.IsWhiteSpace(_line[_at]))
        {
            _at++;
        }
    }

    private bool TryTakeQuotation(out string text)
    {
        var closing = Closing(_line[_at]);
        var taken = new StringBuilder();
        for (_at++; _at < _line.Length; _at++)
        {
            if (_line[_at] == closing)
            {
                _at++;
                text = taken.ToString();
                return true;
            }

            if (_line[_at] == '\\' && _at + 1 < _line.Length && Escapable(_line[_at + 1]))
            {
                _at++;
            }

            taken.Append(_line[_at]);
        }

        text = "";
        return false;
    }

    private string? KeyAt(int start)
    {
        var end = start;
        while (end < _line.Length && (char.IsAsciiLetter(_line[end]) || (_line[end] == '-' && end > start)))
        {
            end++;
        }

        return end > start && end < _line.Length && _line[end] == ':' ? _line[start..end] : null;
    }

    private static char? Closing(char opening) => opening switch
    {
        '"' => '"',
        '“' => '”',
        '«' => '»',
        _ => null,
    };

    private static bool Escapable(char c) => c is '\\' or '"' or '“' or '”' or '«' or '»';
}
