using System.Globalization;
using System.Text;
using TalksBot.Core.Text;

namespace TalksBot.Terminal;

/// <summary>A line being typed, and where in it. What a reader sees as one letter is one step, whatever it is made of.</summary>
internal sealed class EditedText
{
    private char? _half;

    /// <summary>What is typed so far.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The place of the next letter, from 0 to the length of the text.</summary>
    public int At { get; private set; }

    /// <summary>What stands before the place.</summary>
    public string Before => Text[..At];

    /// <summary>Puts another text there, to be typed on at its end.</summary>
    public void Set(string text) => (Text, At) = (text, text.Length);

    /// <summary>Puts words in the place of those from a start to here.</summary>
    public void Replace(int start, string words)
    {
        Text = Text[..start] + words + Text[At..];
        At = start + words.Length;
    }

    /// <summary>Takes a letter; of one that comes in two halves, the first is kept until the second is there. What acts or hides is not taken.</summary>
    public void Type(char letter)
    {
        if (char.IsHighSurrogate(letter))
        {
            _half = letter;
            return;
        }

        var first = _half;
        _half = null;
        if (first is { } high && char.IsLowSurrogate(letter))
        {
            Replace(At, $"{high}{letter}");
        }
        else if (Rune.TryCreate(letter, out var rune) && !Rune.IsControl(rune) && !HiddenCharacters.TurnsDirection(rune))
        {
            Replace(At, rune.ToString());
        }
    }

    /// <summary>One letter back.</summary>
    public void Back() => At = Previous();

    /// <summary>One letter on.</summary>
    public void On() => At = Next();

    /// <summary>To the start.</summary>
    public void ToStart() => At = 0;

    /// <summary>To the end.</summary>
    public void ToEnd() => At = Text.Length;

    /// <summary>To the start of this word, or the one before.</summary>
    public void WordBack() => At = WordStart();

    /// <summary>Behind this word, or the next.</summary>
    public void WordOn() => At = WordEnd();

    /// <summary>Takes the letter before away.</summary>
    public void RemoveBefore() => Replace(Previous(), "");

    /// <summary>Takes the letter behind away.</summary>
    public void RemoveBehind() => Cut(At, Next());

    /// <summary>Takes the word before away.</summary>
    public void RemoveWordBefore() => Replace(WordStart(), "");

    /// <summary>Takes the word behind away.</summary>
    public void RemoveWordBehind() => Cut(At, WordEnd());

    /// <summary>Takes all before away.</summary>
    public void RemoveToStart() => Replace(0, "");

    /// <summary>Takes all behind away.</summary>
    public void RemoveToEnd() => Cut(At, Text.Length);

    private void Cut(int start, int end) => Text = Text[..start] + Text[end..];

    private int Previous() => StringInfo.ParseCombiningCharacters(Text).LastOrDefault(start => start < At);

    private int Next() => At + StringInfo.GetNextTextElementLength(Text.AsSpan(At));

    private int WordStart()
    {
        var at = At;
        while (at > 0 && char.IsWhiteSpace(Text[at - 1]))
        {
            at--;
        }

        while (at > 0 && !char.IsWhiteSpace(Text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private int WordEnd()
    {
        var at = At;
        while (at < Text.Length && char.IsWhiteSpace(Text[at]))
        {
            at++;
        }

        while (at < Text.Length && !char.IsWhiteSpace(Text[at]))
        {
            at++;
        }

        return at;
    }
}
