using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TalksBot.Features.Transactions;

/// <summary>
/// What is measured and traced of the desk, for whoever collects it; where nobody does it costs nothing. Attributes come from short lists of our
/// own, such as kinds, connections and outcomes, and never from what people write.
/// </summary>
internal static class DeskTelemetry
{
    /// <summary>The name of the meter and of the source.</summary>
    public const string Name = "TalksBot";

    /// <summary>The connection concerned, such as <c>discord:main</c>.</summary>
    public const string Connection = "talksbot.connection";

    /// <summary>The sort of news or of moment.</summary>
    public const string Kind = "talksbot.kind";

    /// <summary>How it ended.</summary>
    public const string Outcome = "talksbot.outcome";

    /// <summary>What is amiss, where something is.</summary>
    public const string Error = "error.type";

    /// <summary>Where spans of up to seconds are counted, in seconds: the promise of 50 ms and the limit of 250 ms are among the bounds.</summary>
    public static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600] };

    /// <summary>Where the desk's measures come from.</summary>
    public static readonly Meter Meter = new(Name);

    /// <summary>Where the desk's traces come from.</summary>
    public static readonly ActivitySource Source = new(Name);
}
