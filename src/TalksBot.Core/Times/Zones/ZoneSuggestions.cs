namespace TalksBot.Core.Times.Zones;

/// <summary>The names nearest to a misspelt one.</summary>
internal static class ZoneSuggestions
{
    private const int Longest = 40;
    private const int Most = 3;

    private static readonly (string Name, string Key)[] _names =
    [
        .. Gazetteer.Places.Concat(Countries.Names).Concat(ZoneIds.All).Concat(ZoneIds.All.Select(ZoneIds.Ending))
            .Where(name => ZoneSearch.Find(name) is ZoneReading.Known)
            .Select(name => (name, PlaceKey.Of(name)))
            .DistinctBy(entry => entry.Item2, StringComparer.Ordinal),
    ];

    /// <summary>At most three readable names, nearest first; empty when nothing is near.</summary>
    public static IReadOnlyList<string> For(string text)
    {
        if (text.Length > Longest)
        {
            return [];
        }

        var key = PlaceKey.Of(text);
        var reach = Reach(key.Length);
        return
        [
            .. _names
                .Where(entry => reach > 0 && entry.Key[0] == key[0] && Math.Abs(entry.Key.Length - key.Length) <= reach)
                .Select(entry => (entry.Name, Distance: Distance(key, entry.Key)))
                .Where(entry => entry.Distance <= reach && entry.Distance > 0)
                .OrderBy(entry => entry.Distance)
                .Take(Most)
                .Select(entry => entry.Name),
        ];
    }

    // One slip in a name of some length, two in a long one; beyond that another place was meant, as Ireland is not Iceland.
    private static int Reach(int length) => length switch { < 5 => 0, < 10 => 1, _ => 2 };

    /// <summary>The names that hold these letters, those beginning with them first.</summary>
    public static IEnumerable<string> Holding(string text)
    {
        var key = PlaceKey.Of(text);
        return _names
            .Where(entry => entry.Key.Contains(key, StringComparison.Ordinal))
            .OrderBy(entry => !entry.Key.StartsWith(key, StringComparison.Ordinal))
            .Select(entry => entry.Name);
    }

    // Edits of one letter, with two swapped neighbours counted as one: Genvea is one slip from Geneva.
    private static int Distance(string typed, string meant)
    {
        var costs = new int[typed.Length + 1, meant.Length + 1];
        for (var row = 0; row <= typed.Length; row++)
        {
            for (var column = 0; column <= meant.Length; column++)
            {
                costs[row, column] = row == 0 || column == 0 ? row + column : Cheapest(row, column);
            }
        }

        return costs[typed.Length, meant.Length];

        int Cheapest(int row, int column)
        {
            var change = typed[row - 1] == meant[column - 1] ? 0 : 1;
            var best = Math.Min(costs[row - 1, column - 1] + change, Math.Min(costs[row - 1, column], costs[row, column - 1]) + 1);
            var swapped = row > 1 && column > 1 && typed[row - 1] == meant[column - 2] && typed[row - 2] == meant[column - 1];
            return swapped ? Math.Min(best, costs[row - 2, column - 2] + 1) : best;
        }
    }
}
