using System.Globalization;
using TalksBot.Core.Posts;

namespace TalksBot.Terminal;

/// <summary>
/// What can be chosen by a key at a terminal. No key means two things in a row: numbers rise from answer to answer, and what takes back has a
/// letter of its own, so that a key pressed once too often never does anything else.
/// </summary>
internal sealed class TerminalChoices
{
    private const string Undo = "Undo";
    private const int Last = 99;

    private IReadOnlyList<OfferedChoice> _offered = [];
    private int _used;

    /// <summary>Gives the buttons of an answer their keys; those of the answer before mean nothing any more.</summary>
    public IReadOnlyList<OfferedChoice> Offer(IReadOnlyList<PostButton> buttons)
    {
        if (_used + buttons.Count > Last)
        {
            _used = 0;
        }

        _offered = [.. buttons.Select(button => new OfferedChoice(Key(button), button))];
        return _offered;
    }

    /// <summary>What was offered last, whose keys stay.</summary>
    public IReadOnlyList<OfferedChoice> Again() => _offered;

    /// <summary>The command behind a key that was offered last, or the line itself.</summary>
    public string Chosen(string line) =>
        _offered.FirstOrDefault(choice => choice.Key.Equals(line, StringComparison.OrdinalIgnoreCase) || IsWord(choice, line))?.Button.Command ?? line;

    /// <summary>The command that waits for words behind a key that was offered last, with the words typed after the key; null where the
    /// line is none such, or lacks them.</summary>
    public string? Written(string line)
    {
        var parts = line.Split(' ', 2, StringSplitOptions.TrimEntries);
        var button = parts.Length == 2 ? Form(parts[0]) : null;
        var open = $":{PostButton.Unwritten}";
        return button is not null && button.Command.EndsWith(open, StringComparison.Ordinal)
            ? $"{button.Command[..^PostButton.Unwritten.Length]}\"{parts[1].Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : null;
    }

    /// <summary>The button behind a key that was offered last, where it opens a form; else null.</summary>
    public PostButton? Form(string line) =>
        _offered.FirstOrDefault(choice => choice.Button.OpensForm && choice.Key.Equals(line, StringComparison.OrdinalIgnoreCase))?.Button;

    /// <summary>What to say of a key that was not offered last; null for any other line.</summary>
    public string? Missed(string line)
    {
        var isKey = line is "u" or "U" or "m" or "M" || (line.Length <= 2 && line.All(char.IsAsciiDigit));
        if (!isKey || Chosen(line) != line)
        {
            return null;
        }

        var keys = string.Join(", ", _offered.Select(choice => choice.Key));
        return keys.Length == 0 ? $"{line} chooses nothing: nothing is offered now." : $"{line} chooses nothing: what is offered now is {keys}.";
    }

    private static bool IsWord(OfferedChoice choice, string line) => choice.Button.Label == PostFit.More && line.Equals(PostFit.More, StringComparison.OrdinalIgnoreCase);

    private string Key(PostButton button) => button.Label switch
    {
        Undo => "u",
        PostFit.More => "m",
        _ => (++_used).ToString(CultureInfo.InvariantCulture),
    };
}

/// <summary>A button of an answer under the key that chooses it.</summary>
/// <param name="Key">What is typed to choose it; empty where nobody is there to type.</param>
/// <param name="Button">What it does.</param>
public sealed record OfferedChoice(string Key, PostButton Button)
{
    /// <summary>The buttons of an answer that is printed for somebody who is gone then.</summary>
    public static IReadOnlyList<OfferedChoice> WithoutKeys(IReadOnlyList<PostButton> buttons) => [.. buttons.Select(button => new OfferedChoice("", button))];
}
