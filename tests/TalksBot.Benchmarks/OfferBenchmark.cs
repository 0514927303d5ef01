using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;
using TalksBot.Simulators.Discord;
using TalksBot.Storage;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>How soon Discord has something to offer while somebody types the name of one of 5,000 talks.</summary>
internal static class OfferBenchmark
{
    private const int Talks = 5_000;
    private const int Rounds = 100;
    private static readonly string[] Typed = ["", "s", "steel 4", "round-4999", "zzz"];

    /// <summary>Measures one question after the other.</summary>
    public static async Task<bool> RunAsync()
    {
        using var database = new TestDatabase();
        await using var discord = await DiscordSimulator.StartAsync(CancellationToken.None);
        var guild = discord.AddGuild("Newsroom");
        var channel = discord.AddChannel(guild, "desk");
        var person = discord.AddPerson(guild, "cleo");
        using var host = await DiscordBot.StartAsync(database, discord, guild);
        await AddTalksAsync(host.Services);
        await AskAsync(rounds: 2);

        var took = await AskAsync(Rounds);

        await host.StopAsync();
        return Report.Print("autocomplete over 5,000 talks, p99", Report.Percentile(took, 0.99), limit: 300, "ms");

        async Task<IReadOnlyList<double>> AskAsync(int rounds)
        {
            var figures = new List<double>();
            for (var i = 0; i < rounds * Typed.Length; i++)
            {
                var started = Stopwatch.GetTimestamp();
                var answer = await discord.AutocompleteAsync(
                    person, channel, "talks status", new JsonObject { ["talks"] = Typed[i % Typed.Length] }, "talks", CancellationToken.None);
                figures.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (answer.Kind != DiscordAnswerKind.Choices)
                {
                    throw new InvalidOperationException($"What was typed was not answered with choices: {answer.Kind}.");
                }
            }

            return figures;
        }
    }

    private static async Task AddTalksAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalksDb>();
        var stamp = new Stamp(scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant(), "seed", "terminal:desk");
        db.AllNegotiations.AddRange(Enumerable.Range(0, Talks).Select(i => new Negotiation(
            new TalksTerms($"round-{i}", $"Steel {i} talks", [], "Geneva", DateTimeZone.Utc, [new WallClock("", DateTimeZone.Utc)]), stamp)));
        await db.SaveChangesAsync();
    }
}
