using System.Diagnostics;
using System.Diagnostics.Metrics;
using TalksBot.Core.Agenda;
using TalksBot.Features.Transactions;

namespace TalksBot.Features.Agenda;

/// <summary>Measures and traces how what falls due is claimed.</summary>
internal static class AgendaInstruments
{
    private static readonly Histogram<double> Lateness = DeskTelemetry.Meter.CreateHistogram(
        "talksbot.agenda.lateness", "s", "From the moment something fell due until it was claimed and its deliveries were written.", tags: null, DeskTelemetry.Seconds);

    private static readonly Counter<long> Failures = DeskTelemetry.Meter.CreateCounter<long>(
        "talksbot.agenda.failures", "{round}", "Rounds of the agenda that could not be done and are tried again.");

    /// <summary>A batch is about to be claimed.</summary>
    public static Activity? Begin(MomentKind kind) => DeskTelemetry.Source.StartActivity("claim", ActivityKind.Internal)?.SetTag(DeskTelemetry.Kind, kind.ToString());

    /// <summary>A batch was claimed.</summary>
    /// <param name="due">What was claimed.</param>
    /// <param name="now">When it was asked for.</param>
    /// <param name="took">How long it has taken since.</param>
    public static void Claimed(IEnumerable<DueMoment> due, Instant now, TimeSpan took)
    {
        if (!Lateness.Enabled)
        {
            return;
        }

        foreach (var moment in due)
        {
            Lateness.Record((now - moment.Due).TotalSeconds + took.TotalSeconds, new KeyValuePair<string, object?>(DeskTelemetry.Kind, moment.Kind.ToString()));
        }
    }

    /// <summary>A round could not be done.</summary>
    public static void Failed(MomentKind kind) => Failures.Add(1, new KeyValuePair<string, object?>(DeskTelemetry.Kind, kind.ToString()));
}
