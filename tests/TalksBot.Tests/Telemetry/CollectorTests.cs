using System.Globalization;
using TalksBot.Testing.WholeBot;
using TalksBot.Tests.Processes;

namespace TalksBot.Tests.Telemetry;

/// <summary>What a worker sends to a collector, and that none costs nothing.</summary>
[Collection(nameof(ProcessTests))]
public sealed class CollectorTests : IDisposable
{
    private const string Metrics = "/v1/metrics";
    private const string Traces = "/v1/traces";
    private const string Secret = "embargoed-walkout-at-midnight";

    private readonly TestDatabase _database = new();

    [Fact]
    public async Task A_collector_hears_from_the_moment_something_is_due_to_its_receipt_and_nothing_that_was_written()
    {
        await using var collector = new OtlpReceiver();
        using var worker = await BotProcess.StartWorkerAsync(_database.File, To(collector));

        await worker.TypeAsync("/talks open steel-secret \"Steel talks\"");
        await worker.TypeAsync("/talks deadline add steel-secret \"in 5s\" \"A strike\"");
        await worker.TypeAsync($"/talks update add steel-secret \"{Secret}\" \"a senior official\" tier:unnamed embargo:\"in 2h\"");
        await collector.HearAsync(Metrics, "talksbot.delivery.lateness");
        await collector.HearAsync(Metrics, "talksbot.agenda.lateness");
        await collector.HearAsync(Metrics, "talksbot.connection.up");
        await collector.HearAsync(Metrics, "talksbot.command.duration");
        await collector.HearAsync(Metrics, "messaging.client.operation.duration");
        await collector.HearAsync(Metrics, "quartz.job.execution.duration");
        await collector.HearAsync(Metrics, "dotnet.process.memory.working_set");
        await collector.HearAsync(Traces, "claim");
        await collector.HearAsync(Traces, "create");
        await collector.HearAsync(Traces, "send");
        await collector.HearAsync(Traces, "settle");
        await collector.HearAsync(Traces, "update add");
        await worker.TerminateAsync();

        worker.ExitCode.ShouldBe(0);
        collector.Strings(Metrics).ShouldContain("talksbot");
        foreach (var text in collector.Strings(Metrics).Concat(collector.Strings(Traces)))
        {
            text.ShouldNotContain(Secret);
            text.ShouldNotContain("steel");
            text.ShouldNotContain("senior official");
            text.ShouldNotContain("terminal:desk");
        }
    }

    [Fact]
    public async Task A_collector_that_stalls_holds_up_neither_posts_nor_the_end()
    {
        await using var collector = new OtlpReceiver(stalls: true);
        using var worker = await BotProcess.StartWorkerAsync(_database.File, To(collector));
        await worker.TypeAsync("/talks open steel \"Steel talks\"");
        await worker.LineAsync(line => line.Contains("Opened steel", StringComparison.Ordinal));
        await collector.HearAsync(Traces, "command");

        var took = await worker.TerminateAsync();

        took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        worker.ExitCode.ShouldBe(0);
        (await worker.ErrorsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "")]
    [InlineData("OTEL_SERVICE_NAME", "talksbot")]
    public async Task Without_a_collector_nothing_of_OpenTelemetry_is_loaded(string variable, string value)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a process has loaded.");
        using var worker = await BotProcess.StartWorkerAsync(_database.File, Surroundings.With(variable, value));
        await worker.TypeAsync("/talks open steel \"Steel talks\"");
        await worker.LineAsync(line => line.Contains("Opened steel", StringComparison.Ordinal));

        var loaded = await File.ReadAllTextAsync($"/proc/{worker.Id.ToString(CultureInfo.InvariantCulture)}/maps", TestContext.Current.CancellationToken);

        loaded.ShouldContain("TalksBot.Features.dll");
        loaded.ShouldNotContain("OpenTelemetry");
    }

    public void Dispose() => _database.Dispose();

    private static Surroundings To(OtlpReceiver collector) => new()
    {
        Environment = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        },
    };
}
