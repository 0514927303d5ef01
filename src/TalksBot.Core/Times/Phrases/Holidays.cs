using System.Collections.Frozen;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Days that have a name and always the same date.</summary>
internal static class Holidays
{
    private const int LongestName = 5;

    private static readonly FrozenDictionary<string, (int Month, int Day)> _days = new[]
    {
        ("new year s eve", 12, 31), ("new years eve", 12, 31), ("new year eve", 12, 31), ("nye", 12, 31),
        ("new year s day", 1, 1), ("new years day", 1, 1), ("new year s", 1, 1), ("new year day", 1, 1),
        ("christmas eve", 12, 24), ("christmas day", 12, 25), ("xmas day", 12, 25), ("xmas eve", 12, 24), ("boxing day", 12, 26),
        ("halloween", 10, 31), ("valentine s day", 2, 14), ("valentines day", 2, 14), ("bastille day", 7, 14), ("st patrick s day", 3, 17),
    }.ToFrozenDictionary(entry => entry.Item1, entry => (entry.Item2, entry.Item3), StringComparer.Ordinal);

    private static readonly FrozenSet<string> _first = _days.Keys.Select(name => name.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads one as its month and day.</summary>
    public static bool TryRead(TokenCursor cursor, PhraseParts parts)
    {
        if (cursor.Current.Kind != TokenKind.Word || parts.HasWrittenDate || !_first.Contains(cursor.Current.Text))
        {
            return false;
        }

        for (var length = LongestName; length > 0; length--)
        {
            var name = string.Join(' ', Enumerable.Range(0, length).Select(cursor.Ahead).Where(token => !token.Is('\'')).Select(token => token.Text));
            if (_days.TryGetValue(name, out var day))
            {
                (parts.Month, parts.Day) = day;
                cursor.Skip(length);
                return true;
            }
        }

        return false;
    }
}
