using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TalksBot.Terminal.Tests;

/// <summary>A screen that understands the few codes that the prompt uses, and fails on any other.</summary>
internal sealed partial class FakeScreen(int columns) : TextWriter
{
    private readonly List<List<char>> _rows = [[]];
    private int _row;
    private int _column;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>What a reader sees, without blanks at the ends.</summary>
    public string Seen => string.Join('\n', _rows.Select(row => new string([.. row]).TrimEnd())).TrimEnd();

    /// <summary>Where the cursor stands.</summary>
    public (int Row, int Column) Cursor => (_row, _column);

    public override Task WriteAsync(string? value)
    {
        lock (_rows)
        {
            foreach (Match part in Parts().Matches(value!))
            {
                Take(part);
            }
        }

        return Task.CompletedTask;
    }

    private void Take(Match part)
    {
        var count = part.Groups["count"] is { Length: > 0 } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 1;
        switch (part.Groups["code"].Value)
        {
            case "A":
                _row.ShouldBeGreaterThanOrEqualTo(count, "The cursor left the screen.");
                _row -= count;
                break;
            case "C":
                _column += count;
                break;
            case "J":
                _rows[_row].RemoveRange(_column, Math.Max(0, _rows[_row].Count - _column));
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                break;
            case "m":
                break;
            case "":
                Put(part.Value[0]);
                break;
            default:
                throw new NotSupportedException(part.Groups["code"].Value);
        }
    }

    private void Put(char letter)
    {
        switch (letter)
        {
            case '\r':
                _column = 0;
                return;
            case '\n':
                (_row, _column) = (_row + 1, 0);
                break;
            default:
                (_row, _column) = _column == columns ? (_row + 1, 0) : (_row, _column);
                break;
        }

        if (_row == _rows.Count)
        {
            _rows.Add([]);
        }

        if (letter is not '\n')
        {
            var row = _rows[_row];
            row.AddRange(Enumerable.Repeat(' ', Math.Max(0, _column + 1 - row.Count)));
            row[_column++] = letter;
        }
    }

    [GeneratedRegex(@"\e\[(?<count>\d*)(?<code>[A-Za-z])|[\s\S]", RegexOptions.None, 1000)]
    private static partial Regex Parts();
}
