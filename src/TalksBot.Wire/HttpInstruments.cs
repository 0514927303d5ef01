using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TalksBot.Wire;

/// <summary>
/// Measures and traces a wire's calls, under the names that HTTP clients share and the wire's own. Addresses appear as their templates alone: an
/// address itself may be a credential.
/// </summary>
internal static class HttpInstruments
{
    private const string Status = "http.response.status_code";
    private const string Error = "error.type";

    private static readonly string Name = typeof(HttpInstruments).Assembly.GetName().Name!;
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Durations =
        Meter.CreateHistogram("http.client.request.duration", "s", "How long the platform takes to answer.", tags: null, Seconds);

    /// <summary>A call begins.</summary>
    /// <param name="method">How it is made.</param>
    /// <param name="template">Where to, without anything that tells one call from another of its kind.</param>
    public static Activity? Begin(string method, string template) => Source.StartActivity($"{method} {template}", ActivityKind.Client)?
        .SetTag("http.request.method", method).SetTag("url.template", template);

    /// <summary>A call ended.</summary>
    /// <param name="call">Its trace; null where nobody traces.</param>
    /// <param name="method">How it was made.</param>
    /// <param name="template">Where to.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="failure">What came instead of an answer; null where one came.</param>
    /// <param name="took">How long it took.</param>
    public static void End(Activity? call, string method, string template, int status, object? failure, TimeSpan took)
    {
        var tags = new TagList { { "http.request.method", method }, { "url.template", template } };
        if (failure is not null)
        {
            tags.Add(Error, failure.GetType().Name);
            call?.SetTag(Error, failure.GetType().Name).SetStatus(ActivityStatusCode.Error);
        }
        else
        {
            tags.Add(Status, status);
            call?.SetTag(Status, status).SetStatus(status >= 400 ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }

        Durations.Record(took.TotalSeconds, tags);
    }
}
