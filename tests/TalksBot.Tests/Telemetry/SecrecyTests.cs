using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Tests.Editing;

namespace TalksBot.Tests.Telemetry;

/// <summary>
/// Whatever people do, telemetry holds nothing of theirs. It is the whole process's, so nothing runs beside these. For many runs:
/// <c>TALKSBOT_TELEMETRY_RUNS=10000 dotnet test --project tests/TalksBot.Tests -- --filter-class TalksBot.Tests.Telemetry.SecrecyTests</c>.
/// </summary>
[CollectionDefinition(nameof(SecrecyTests), DisableParallelization = true)]
[Collection(nameof(SecrecyTests))]
public sealed partial class SecrecyTests
{
    /// <summary>What is done in a run, at random.</summary>
    private const int Commands = 4;

    /// <summary>So many runs follow each other on one desk; then another begins.</summary>
    private const int RunsOfDesk = 100;

    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("TALKSBOT_TELEMETRY_RUNS"), CultureInfo.InvariantCulture, out var runs) ? runs : 40;

    /// <summary>Every attribute there may be. One that is added here must take its values from a short list of our own.</summary>
    private static readonly string[] Known =
    [
        "status", "error.type", "messaging.system", "messaging.operation.name", "messaging.operation.type", "talksbot.connection", "talksbot.kind", "talksbot.outcome", "talksbot.command",
        "http.request.method", "http.response.status_code", "url.template",
    ];

    [Fact]
    public async Task Attributes_of_random_runs_come_from_short_lists_and_hold_nothing_that_was_written()
    {
        using var collected = new Collected();
        string[] commands = [];
        for (var run = 0; run < Runs; run += RunsOfDesk)
        {
            await using var desk = new RandomDesk(seed: run) { IsBrief = true };
            for (var more = Math.Min(RunsOfDesk, Runs - run); more > 0; more--)
            {
                await desk.RunAsync(Commands);
                collected.Spans.ShouldAllBe(span => !Written().IsMatch(span.DisplayName) && !span.Baggage.Any() && !span.Events.Any(), $"desk {run}, {more} runs before its end");
                collected.ForgetSpans();
            }

            commands = [.. desk.Bot.Services.GetRequiredService<CommandBook>().Specs.Select(command => command.Path)];
        }

        collected.Attributes.Select(attribute => attribute.Key).Distinct().Except(Known).ShouldBeEmpty();
        collected.Attributes.Where(attribute => !MayBe(attribute.Key, attribute.Value, commands)).ShouldBeEmpty();
        collected.Attributes.ShouldAllBe(attribute => !Written().IsMatch(attribute.Value));
        collected.Measured.Keys.ShouldBe(["messaging.client.operation.duration", "messaging.client.sent.messages", "talksbot.agenda.lateness", "talksbot.command.duration", "talksbot.delivery.lateness"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_delivery_has_one_trace_from_the_moment_it_was_due_to_its_receipt()
    {
        using var collected = new Collected();
        await using var bot = await EditingDesk.OpenAsync("desk");

        await bot.AdvanceToAsync(EditingDesk.Start + Duration.FromHours(20));

        var traces = collected.Spans.Where(span => span.Tags.Any(tag => tag is { Key: "talksbot.kind", Value: nameof(DeliveryKind.Countdown) })).GroupBy(span => span.TraceId)
            .Where(trace => trace.Any(span => span.OperationName == "create" && span.StartTimeUtc.Year == EditingDesk.Start.InUtc().Year)).ToList();
        traces.ShouldNotBeEmpty();
        foreach (var trace in traces)
        {
            trace.Select(span => span.OperationName).ShouldBe(["create", "send", "settle"], ignoreOrder: true);
            var send = trace.Single(span => span.OperationName == "send");
            trace.Single(span => span.OperationName == "settle").ParentSpanId.ShouldBe(send.SpanId);
            trace.Where(span => span.OperationName != "settle").ShouldAllBe(span => span.ParentSpanId == default(ActivitySpanId));
            trace.Single(span => span.OperationName == "create").Links.Count().ShouldBe(1);
        }
    }

    private static bool MayBe(string key, string value, string[] commands) => key switch
    {
        "talksbot.command" => commands.Contains(value),
        "talksbot.kind" => Enum.IsDefined(typeof(DeliveryKind), value) || Enum.IsDefined(typeof(MomentKind), value),
        "status" => value.Length == 0,
        "talksbot.connection" => Connection().IsMatch(value),
        _ => Word().IsMatch(value),
    };

    /// <summary>What the random desk writes: its words, its people, its channels, its talks.</summary>
    [GeneratedRegex(@"word\d|\b(?:Ann|Ben|Cy|editor|Reader|desk|tokyo|washington|wire)\b|us-japan|official|it is not so|elsewhere", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"^[a-z]+(?::[a-z]+)?\z", RegexOptions.None, 1000)]
    private static partial Regex Connection();

    [GeneratedRegex(@"^[A-Za-z_]{1,20}\z", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
