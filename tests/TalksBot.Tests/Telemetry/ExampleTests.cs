using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using TalksBot.Discord.Wire.Rest;
using TalksBot.Features;
using TalksBot.Slack.Wire.Api;
using TalksBot.Tests.House;

namespace TalksBot.Tests.Telemetry;

/// <summary>The dashboard and the alert rules under <c>deploy/</c> ask for nothing that the bot does not measure.</summary>
public sealed partial class ExampleTests
{
    private static readonly Assembly[] Measuring = [typeof(FeaturesSetup).Assembly, typeof(DiscordRest).Assembly, typeof(SlackApi).Assembly];

    /// <summary>Measured by the runtime and not by us.</summary>
    private static readonly string[] OfOthers = ["dotnet_process_memory_working_set_bytes"];

    [Fact]
    public async Task The_dashboard_shows_only_what_is_measured_and_every_measure_of_ours()
    {
        using var board = JsonDocument.Parse(await ReadAsync("deploy/grafana-dashboard.json"));
        var panels = board.RootElement.GetProperty("panels").EnumerateArray().ToList();
        var asked = panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).SelectMany(target => Names(target.GetProperty("expr").GetString()!)).ToHashSet(StringComparer.Ordinal);

        asked.Except(Stored().SelectMany(one => one.Names)).Except(OfOthers).ShouldBeEmpty();
        Stored().Where(one => !one.Names.Any(asked.Contains)).Select(one => one.Measure)
            .ShouldBe(["talksbot.agenda.age", "talksbot.agenda.failures", "talksbot.outbox.age"], ignoreOrder: true, "alerts alone go by these");
        panels.Select(panel => panel.GetProperty("id").GetInt32()).ShouldBeUnique();
    }

    [Fact]
    public async Task The_alerts_go_by_what_is_measured()
    {
        var rules = await ReadAsync("deploy/prometheus-alerts.yml");
        var expressions = Expression().Matches(rules.ReplaceLineEndings("\n")).Select(found => found.Groups["expr"].Value).ToList();

        expressions.Count.ShouldBe(rules.Split("- alert:").Length - 1);
        expressions.ShouldAllBe(expression => Names(expression).Count > 0);
        expressions.SelectMany(Names).Except(Stored().SelectMany(one => one.Names)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Prometheus_takes_the_alerts()
    {
        const string promtool = "/usr/bin/promtool";
        Assert.SkipUnless(File.Exists(promtool), "This machine has no promtool, which Debian's package prometheus brings.");
        using var tool = Process.Start(new ProcessStartInfo(promtool, ["check", "rules", Checkout.File("deploy/prometheus-alerts.yml")]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = tool.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);

        tool.ExitCode.ShouldBe(0, await said);
    }

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Checkout.File(file), TestContext.Current.CancellationToken);

    /// <summary>Every measure in the code, with the names under which Prometheus keeps it.</summary>
    private static List<(string Measure, IReadOnlyList<string> Names)> Stored()
    {
        var found = new List<Instrument>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name.StartsWith("TalksBot", StringComparison.Ordinal))
            {
                found.Add(instrument);
            }
        };
        foreach (var type in Measuring.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Name.EndsWith("Instruments", StringComparison.Ordinal)))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        listener.Start();
        return [.. found.DistinctBy(instrument => instrument.Name).Select(instrument => (instrument.Name, Kept(instrument)))];
    }

    private static IReadOnlyList<string> Kept(Instrument instrument)
    {
        var name = instrument.Name.Replace('.', '_') + instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return instrument.GetType().GetGenericTypeDefinition() switch
        {
            var type when type == typeof(Histogram<>) => [$"{name}_bucket", $"{name}_count", $"{name}_sum"],
            var type when type == typeof(Counter<>) => [$"{name}_total"],
            _ => [name],
        };
    }

    private static IReadOnlyList<string> Names(string expression) => [.. Metric().Matches(Grouping().Replace(Braces().Replace(expression, ""), "")).Select(found => found.Value)];

    [GeneratedRegex(@"\b(?:talksbot|messaging|http|dotnet|quartz)_[a-z_]+", RegexOptions.None, 1000)]
    private static partial Regex Metric();

    /// <summary>What is in braces are labels.</summary>
    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Braces();

    [GeneratedRegex(@"\bby \([^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"^        expr: (?:>-\n)?(?<expr>.*(?:\n          .*)*)", RegexOptions.Multiline, 1000)]
    private static partial Regex Expression();
}
