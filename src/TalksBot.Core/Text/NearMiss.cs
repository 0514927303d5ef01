namespace TalksBot.Core.Text;

/// <summary>Finds the word that was probably meant by one that is not known. Pure.</summary>
public static class NearMiss
{
    /// <summary>The known word closest to the typed one; null when none is close.</summary>
    public static string? Of(string typed, IEnumerable<string> known) => known
        .Select(word => (Word: word, Slips: Slips(typed, word)))
        .Where(pair => pair.Slips is not null)
        .OrderBy(pair => pair.Slips)
        .Select(pair => pair.Word)
        .FirstOrDefault();

    /// <summary>
    /// How many letters were missed, added, changed or swapped with their neighbour, in any case of letters; null when so
    /// many that another word was meant.
    /// </summary>
    public static int? Slips(string typed, string meant)
    {
        var most = Tolerated(meant.Length);
        if (Math.Abs(typed.Length - meant.Length) > most)
        {
            return null;
        }

        var slips = Distance(typed.ToLowerInvariant(), meant.ToLowerInvariant());
        return slips <= most ? slips : null;
    }

    private static int Tolerated(int length) => length switch
    {
        <= 2 => 0,
        <= 4 => 1,
        <= 8 => 2,
        _ => 3,
    };

    /// <summary>Optimal string alignment: three rows of the edit table are enough.</summary>
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + changed);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above) = (above, row);
        }

        return above[b.Length];
    }
}
