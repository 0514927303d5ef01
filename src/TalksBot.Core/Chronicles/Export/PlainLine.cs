using System.Text;
using TalksBot.Core.Posts;

namespace TalksBot.Core.Chronicles.Export;

/// <summary>Text on one line: whatever would break a line, or be seen by programs alone, is a blank.</summary>
public static class PlainLine
{
    /// <summary>The text with blanks for line breaks and controls, trimmed.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in HiddenCharacters.Remove(text))
        {
            line.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter);
        }

        return line.ToString().Trim();
    }
}
