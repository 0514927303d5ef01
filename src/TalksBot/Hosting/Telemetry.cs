using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TalksBot.Features.Upkeep;

namespace TalksBot.Hosting;

/// <summary>
/// Hands measures and traces over to a collector that the environment names, by OTLP and the variables that every program with OpenTelemetry
/// knows. Where they name none, nothing of OpenTelemetry is loaded.
/// </summary>
internal static class Telemetry
{
    /// <summary>A collector that stalls must not hold up the end of the program: both kinds of signal fit into what it is given to stop.</summary>
    private const int Patience = 1500;

    private const string Timeout = "OTEL_EXPORTER_OTLP_TIMEOUT";
    private const string ServiceName = "OTEL_SERVICE_NAME";

    /// <summary>What tells one execution of a job from another is nothing to count by.</summary>
    private static readonly string[] OfJobs = ["quartz.job.group", "quartz.job.name"];

    /// <summary>True where measures, traces or both have a collector.</summary>
    public static bool IsWanted => HasCollector("METRICS") || HasCollector("TRACES");

    /// <summary>Begins to collect what has a collector.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(HostApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(Describe);
        if (HasCollector("METRICS"))
        {
            builder.Services.AddHealthReports();
            telemetry.WithMetrics(metrics => metrics
                .AddMeter("TalksBot", "TalksBot.*", "Quartz", "System.Runtime")
                .AddView("quartz.*", new MetricStreamConfiguration { TagKeys = OfJobs })
                .AddOtlpExporter(Limit));
        }

        if (HasCollector("TRACES"))
        {
            telemetry.WithTracing(traces => traces.AddSource("TalksBot", "TalksBot.*").AddOtlpExporter(Limit));
        }
    }

    private static void Describe(ResourceBuilder resource)
    {
        resource.AddService("talksbot", serviceVersion: typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ServiceName)))
        {
            resource.AddEnvironmentVariableDetector();
        }
    }

    private static void Limit(OtlpExporterOptions exporter)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Timeout)))
        {
            exporter.TimeoutMilliseconds = Patience;
        }
    }

    private static bool HasCollector(string signal) =>
        !Says("OTEL_SDK_DISABLED", "true") && !Says($"OTEL_{signal}_EXPORTER", "none")
        && (IsSet("OTEL_EXPORTER_OTLP_ENDPOINT") || IsSet($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"));

    private static bool IsSet(string variable) => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable));

    private static bool Says(string variable, string value) => string.Equals(Environment.GetEnvironmentVariable(variable)?.Trim(), value, StringComparison.OrdinalIgnoreCase);
}
