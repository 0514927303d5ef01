using System.Globalization;
using System.Text;
using Spectre.Console;

namespace TalksBot.Terminal;

/// <summary>
/// The prompt with what is typed behind it, below everything that is shown. It breaks its rows itself, one column before the edge, so that
/// all terminals agree where the cursor is; of a line with more rows than the screen those around the cursor are shown.
/// </summary>
/// <param name="size">How many columns and rows the screen has now.</param>
internal sealed class PromptLine(Func<(int Columns, int Rows)> size) : IStandingLine
{
    private const string Prompt = "talks> ";
    private const string Bold = "\e[1m";
    private const string Normal = "\e[0m";

    private readonly Lock _state = new();
    private (string Text, int At)? _typed;
    private Drawn _drawn = Drawn.Nothing;

    /// <summary>How many columns the screen has now.</summary>
    public int Columns => Math.Max(size().Columns, 2);

    /// <summary>The line as it stays on the screen once it is given.</summary>
    public static string Given(string text) => $"{Bold}{Prompt}{Normal}{ScreenText.Plain(text)}\n";

    /// <summary>From now on it stands, with this text.</summary>
    /// <param name="text">What is typed so far.</param>
    /// <param name="at">Where in it the next letter goes.</param>
    public void Stand(string text, int at)
    {
        lock (_state)
        {
            _typed = (text, at);
        }
    }

    /// <summary>From now on it does not stand.</summary>
    public void Leave()
    {
        lock (_state)
        {
            _typed = null;
        }
    }

    /// <inheritdoc/>
    public string Around(string piece)
    {
        lock (_state)
        {
            var erased = _drawn.Erase(Columns);
            var (rows, drawn) = _typed is { } typed ? Draw(typed.Text, typed.At) : ("", Drawn.Nothing);
            _drawn = drawn;
            return erased + piece + rows;
        }
    }

    private (string, Drawn) Draw(string text, int at)
    {
        var rows = new List<(string Text, int Width)>();
        var row = new StringBuilder();
        var width = 0;
        var cursor = default((int Row, int Column)?);
        foreach (var (element, isBehind) in Elements(text, at))
        {
            var cells = element.GetCellWidth();
            if (width + cells > Columns - 1)
            {
                rows.Add((row.ToString(), width));
                row.Clear();
                width = 0;
            }

            if (isBehind)
            {
                cursor ??= (rows.Count, width);
            }

            row.Append(element);
            width += cells;
        }

        rows.Add((row.ToString(), width));
        return Shown(rows, cursor ?? (rows.Count - 1, width));
    }

    private (string, Drawn) Shown(List<(string Text, int Width)> rows, (int Row, int Column) cursor)
    {
        var most = Math.Max(1, size().Rows - 1);
        var first = Math.Clamp(cursor.Row - most + 1, 0, Math.Max(0, rows.Count - most));
        var shown = rows.Skip(first).Take(most).ToList();
        var at = cursor.Row - first;
        var text = string.Join("\r\n", shown.Select(row => row.Text));
        if (first == 0)
        {
            text = $"{Bold}{text[..Math.Min(Prompt.Length, text.Length)]}{Normal}{text[Math.Min(Prompt.Length, text.Length)..]}";
        }

        var up = shown.Count - 1 - at;
        return (
            text + (up > 0 ? $"\e[{up}A" : "") + "\r" + (cursor.Column > 0 ? $"\e[{cursor.Column}C" : ""),
            new Drawn([.. shown.Take(at).Select(row => row.Width)], cursor.Column));
    }

    /// <summary>What is drawn as one, with whether it stands behind the cursor.</summary>
    private static IEnumerable<(string Element, bool IsBehind)> Elements(string text, int at)
    {
        foreach (var letter in Prompt)
        {
            yield return ($"{letter}", false);
        }

        for (var start = 0; start < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(start));
            yield return (ScreenText.Plain(text.Substring(start, length)), start >= at);
            start += length;
        }
    }

    /// <summary>What stands on the screen.</summary>
    /// <param name="Above">How wide each row above the cursor is.</param>
    /// <param name="Column">The cursor's column; null where nothing stands.</param>
    private sealed record Drawn(IReadOnlyList<int> Above, int? Column)
    {
        public static Drawn Nothing { get; } = new([], null);

        /// <summary>Takes it away; a screen that was made narrower since has broken its rows into more.</summary>
        public string Erase(int columns)
        {
            if (Column is not { } column)
            {
                return "";
            }

            var up = Above.Sum(width => Math.Max(1, (width + columns - 1) / columns)) + column / columns;
            return (up > 0 ? $"\e[{up}A" : "") + "\r\e[J";
        }
    }
}
