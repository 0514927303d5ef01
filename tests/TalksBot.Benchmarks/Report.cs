using System.Globalization;

namespace TalksBot.Benchmarks;

/// <summary>Prints one figure beside its limit.</summary>
internal static class Report
{
    /// <summary>Prints it; true when the limit was kept.</summary>
    public static bool Print(string what, double figure, double limit, string unit)
    {
        var kept = figure <= limit;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what,-44} {figure,9:N0} {unit,-3} (limit {limit:N0} {unit}) {(kept ? "kept" : "BROKEN")}"));
        return kept;
    }

    /// <summary>The value that this share of the figures does not exceed.</summary>
    public static double Percentile(IEnumerable<double> figures, double share)
    {
        var sorted = figures.Order().ToList();
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
