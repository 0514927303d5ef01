using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>How long before a deadline a channel is told; each step is a rung.</summary>
public sealed class Ladder : IEquatable<Ladder>
{
    /// <summary>The most rungs one ladder may have.</summary>
    public const int MostRungs = 30;

    /// <summary>The desk's own: 7d, 3d, 24h, 12h, 6h, 3h, 1h, 30m, 15m, 5m, 0.</summary>
    public static readonly Ladder Default = Of("7d", "3d", "24h", "12h", "6h", "3h", "1h", "30m", "15m", "5m", "0");

    private Ladder(IEnumerable<Duration> rungs) => Rungs = [.. rungs.Distinct().OrderDescending()];

    /// <summary>The rungs, longest first; zero is the deadline itself.</summary>
    public IReadOnlyList<Duration> Rungs { get; }

    /// <summary>Reads rungs separated by commas or blanks, such as <c>24h, 1h, 15m, 0</c> or <c>1 day, 3h, 30 min, 0</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Ladder? ladder)
    {
        ladder = null;
        var rungs = new List<Duration>();
        foreach (var part in text.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!TryAdd(part, rungs) || rungs.Count > MostRungs)
            {
                return false;
            }
        }

        ladder = rungs.Count == 0 ? null : new Ladder(rungs);
        return ladder is not null;
    }

    // Between blanks each word is a rung where it can be, else the number and its unit beside it.
    private static bool TryAdd(string part, List<Duration> rungs)
    {
        var words = part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !word.Equals("and", StringComparison.OrdinalIgnoreCase)).ToArray();
        var read = new List<Duration>();
        for (var index = 0; index < words.Length; index++)
        {
            var pair = !DurationText.TryParse(words[index], out var rung);
            if (pair && (index + 1 == words.Length || !DurationText.TryParse($"{words[index]} {words[index + 1]}", out rung)))
            {
                read = DurationText.TryParse(part, out rung) ? [rung] : [];
                break;
            }

            read.Add(rung);
            index += pair ? 1 : 0;
        }

        rungs.AddRange(read);
        return read.Count > 0;
    }

    /// <summary>The rungs as <see cref="TryParse"/> reads them.</summary>
    public override string ToString() => string.Join(", ", Rungs.Select(DurationText.Write));

    /// <inheritdoc/>
    public bool Equals(Ladder? other) => other is not null && Rungs.SequenceEqual(other.Rungs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Ladder);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rungs.Count, Rungs[0]);

    private static Ladder Of(params string[] rungs) =>
        TryParse(string.Join(',', rungs), out var ladder) ? ladder : throw new UnreachableException();
}
