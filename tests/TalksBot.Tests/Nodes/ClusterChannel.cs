using System.Globalization;

namespace TalksBot.Tests.Nodes;

/// <summary>A channel on one of the simulated platforms.</summary>
/// <param name="Address">As commands name it, such as <c>discord:main/4711</c>.</param>
/// <param name="Word">What stands before the numbers of what it is to show.</param>
/// <param name="Read">Every message it shows, as one text each, in the order in which they came.</param>
internal sealed record ClusterChannel(string Address, string Word, Func<IEnumerable<(string Text, DateTimeOffset At)>> Read)
{
    /// <summary>The numbers of what it shows, and when each came.</summary>
    public IReadOnlyList<(string Number, DateTimeOffset At)> Told =>
    [
        .. Read().Where(message => message.Text.Contains($"{Word} ", StringComparison.Ordinal))
            .Select(message => (message.Text.Substring(message.Text.IndexOf($"{Word} ", StringComparison.Ordinal) + Word.Length + 1, "000".Length), message.At)),
    ];

    /// <summary>The numbers alone.</summary>
    public IReadOnlyList<string> Shown => [.. Told.Select(one => one.Number)];
}

/// <summary>What came of so many updates, or alerts.</summary>
/// <param name="Lost">How often a channel does not show one.</param>
/// <param name="Twice">How often a channel shows one again.</param>
/// <param name="Disordered">How often one stands before an earlier one.</param>
/// <param name="Late">The seconds from each one's moment to the platform, in order.</param>
internal sealed record ClusterTally(int Lost, int Twice, int Disordered, IReadOnlyList<double> Late)
{
    /// <summary>Counts it.</summary>
    /// <param name="channels">The channels that are to show all of them.</param>
    /// <param name="moments">When each was to come, or was reported.</param>
    public static ClusterTally Of(IReadOnlyList<ClusterChannel> channels, IReadOnlyDictionary<string, DateTimeOffset> moments)
    {
        var told = channels.Select(channel => channel.Told).ToList();
        return new ClusterTally(
            told.Sum(of => moments.Count - of.Select(one => one.Number).Distinct().Count()),
            told.Sum(of => of.Count - of.Select(one => one.Number).Distinct().Count()),
            told.Sum(of => of.Zip(of.Skip(1)).Count(pair => string.CompareOrdinal(pair.First.Number, pair.Second.Number) > 0)),
            [.. told.SelectMany(of => of).Select(one => (one.At - moments[one.Number]).TotalSeconds).Order()]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"lost {Lost}, twice {Twice}, out of order {Disordered}; late p50 {Late[Late.Count / 2]:0.00} s, p99 {Late[Late.Count * 99 / 100]:0.00} s, max {Late[^1]:0.00} s");
}
