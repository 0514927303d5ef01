using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TalksBot.Slack.Wire.Api;

/// <summary>
/// Measures and traces calls to Slack, under the names that HTTP clients share. Addresses appear as their templates alone: an address itself may
/// be a credential.
/// </summary>
internal static class HttpInstruments
{
    private const string Name = "TalksBot.Slack.Wire";
    private const string Status = "http.response.status_code";
    private const string Error = "error.type";

    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Durations =
        Meter.CreateHistogram("http.client.request.duration", "s", "How long Slack takes to answer.", tags: null, Seconds);

    /// <summary>A call begins.</summary>
    /// <param name="method">How it is made.</param>
    /// <param name="template">Where to, without anything that tells one call from another of its kind.</param>
    public static Activity? Begin(string method, string template) => Source.StartActivity($"{method} {template}", ActivityKind.Client)?
        .SetTag("http.request.method", method).SetTag("url.template", template);

    /// <summary>A call ended.</summary>
    /// <param name="call">Its trace; null where nobody traces.</param>
    /// <param name="method">How it was made.</param>
    /// <param name="template">Where to.</param>
    /// <param name="exchange">What came of it.</param>
    /// <param name="took">How long it took.</param>
    public static void End(Activity? call, string method, string template, Exchange exchange, TimeSpan took)
    {
        var tags = new TagList { { "http.request.method", method }, { "url.template", template } };
        if (exchange.Failure is { } failure)
        {
            tags.Add(Error, failure.GetType().Name);
            call?.SetTag(Error, failure.GetType().Name).SetStatus(ActivityStatusCode.Error);
        }
        else
        {
            tags.Add(Status, exchange.Status);
            call?.SetTag(Status, exchange.Status).SetStatus(exchange.Status >= 400 ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }

        Durations.Record(took.TotalSeconds, tags);
    }
}
