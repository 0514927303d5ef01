using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TalksBot.Tests.Telemetry;

/// <summary>Collects whatever any part of the bot measures and traces, as a collector would get it.</summary>
internal sealed class Collected : IDisposable
{
    private readonly MeterListener _measures = new();
    private readonly ActivityListener _traces;
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ConcurrentDictionary<(string Name, string Key, string Value), bool> _attributes = [];
    private readonly ConcurrentDictionary<string, int> _measured = [];

    public Collected()
    {
        _measures.InstrumentPublished = (instrument, listener) =>
        {
            if (IsOurs(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _measures.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument.Name, tags));
        _measures.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument.Name, tags));
        _measures.Start();
        _traces = new ActivityListener
        {
            ShouldListenTo = source => IsOurs(source.Name),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_traces);
    }

    /// <summary>The parts of traces that have ended.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>What was measured, with how often.</summary>
    public IReadOnlyDictionary<string, int> Measured => _measured;

    /// <summary>Every attribute with every value it had, of measures and of traces.</summary>
    public IReadOnlyList<(string Name, string Key, string Value)> Attributes => [.. _attributes.Keys];

    /// <summary>Lets go of the parts of traces so far, so that many runs take no more room than one; attributes stay.</summary>
    public void ForgetSpans() => _spans.Clear();

    public void Dispose()
    {
        _measures.Dispose();
        _traces.Dispose();
    }

    private static bool IsOurs(string name) => name.StartsWith("TalksBot", StringComparison.Ordinal);

    private void Keep(string name, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        _measured.AddOrUpdate(name, 1, (_, count) => count + 1);
        foreach (var (key, value) in tags)
        {
            _attributes.TryAdd((name, key, $"{value}"), true);
        }
    }

    private void Keep(Activity span)
    {
        _spans.Enqueue(span);
        foreach (var (key, value) in span.TagObjects.Concat(span.Events.SelectMany(told => told.Tags)).Concat(span.Baggage.Select(carried => new KeyValuePair<string, object?>(carried.Key, carried.Value))))
        {
            _attributes.TryAdd((span.DisplayName, key, $"{value}"), true);
        }

        _attributes.TryAdd((span.DisplayName, "status", span.StatusDescription ?? ""), true);
    }
}
