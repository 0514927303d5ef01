using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Features.Transactions;
using TalksBot.Storage.Opening;

namespace TalksBot.Features.Upkeep;

/// <summary>Measures now and then what <c>health</c> tells, where somebody collects it.</summary>
internal sealed partial class ReportHealth(IServiceScopeFactory scopes, TimeProvider time, IClock clock, ILogger<ReportHealth> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(Every, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await looks.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken token)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            HealthInstruments.Record(await scope.ServiceProvider.GetRequiredService<DeskHealth>().ReadAsync(clock.GetCurrentInstant(), token));
        }
        catch (StorageRefusedException refused)
        {
            NotMeasured(refused.Message);
        }
        catch (Exception fault) when (StorageFault.Explain(fault) is { } sentence)
        {
            NotMeasured(sentence);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The desk's health could not be measured, and will be in a moment: {Sentence}")]
    private partial void NotMeasured(string sentence);
}

/// <summary>The measures of the desk's health.</summary>
internal static class HealthInstruments
{
    private static readonly Gauge<long> Waiting = DeskTelemetry.Meter.CreateGauge<long>("talksbot.outbox.waiting", "{delivery}", "Posts and changes that wait.");

    private static readonly Gauge<double> Oldest = DeskTelemetry.Meter.CreateGauge<double>("talksbot.outbox.oldest", "s", "How long the first of them has been due; 0 where none waits.");

    private static readonly Gauge<long> Up = DeskTelemetry.Meter.CreateGauge<long>("talksbot.connection.up", unit: null, "1 for a connection that takes posts, 0 for one that takes nothing for sure.");

    private static readonly Gauge<double> Agenda = DeskTelemetry.Meter.CreateGauge<double>("talksbot.agenda.age", "s", "How long ago the agenda's rounds were last all done.");

    private static readonly Gauge<double> Outbox = DeskTelemetry.Meter.CreateGauge<double>("talksbot.outbox.age", "s", "How long ago the outbox's turns were last all done.");

    private static readonly Gauge<double> Copy = DeskTelemetry.Meter.CreateGauge<double>("talksbot.backup.age", "s", "How long ago the last good copy of the database was made.");

    private static readonly Gauge<long> Size = DeskTelemetry.Meter.CreateGauge<long>("talksbot.database.size", "By", "The size of the database.");

    private static readonly Gauge<long> Free = DeskTelemetry.Meter.CreateGauge<long>("talksbot.disk.free", "By", "The room on the database's disk.");

    /// <summary>Measures how the desk is.</summary>
    public static void Record(Health health)
    {
        Waiting.Record(health.Waiting);
        Oldest.Record(health.OldestDue is { } due ? Math.Max(0, (health.At - due).TotalSeconds) : 0);
        var down = health.Down.Select(pause => pause.Connection).ToHashSet(StringComparer.Ordinal);
        foreach (var connection in health.Connections)
        {
            Up.Record(down.Contains(connection) ? 0 : 1, new KeyValuePair<string, object?>(DeskTelemetry.Connection, connection));
        }

        Agenda.Record(health.Agenda?.TotalSeconds ?? 0);
        Outbox.Record(health.Outbox?.TotalSeconds ?? 0);
        if (health is { BacksUp: true, BackedUpAt: { } at })
        {
            Copy.Record((health.At - at).TotalSeconds);
        }

        Size.Record(health.Database.Size);
        if (health.Database.Free is { } free)
        {
            Free.Record(free);
        }
    }
}
