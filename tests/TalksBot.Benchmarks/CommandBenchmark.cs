using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Times;
using TalksBot.Simulators.Discord;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>How soon a command is answered on Discord while 1,000 posts due at one instant go out over 50 channels.</summary>
internal static class CommandBenchmark
{
    private const int Channels = 50;
    private const int Deadlines = 20;
    private const string Talks = "steel-2026";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly Duration Ahead = Duration.FromSeconds(10);

    /// <summary>Measures until the last post is there.</summary>
    public static async Task<bool> RunAsync()
    {
        using var database = new TestDatabase();
        await using var discord = await DiscordSimulator.StartAsync(CancellationToken.None);
        var guild = discord.AddGuild("Newsroom");
        var channels = Enumerable.Range(0, Channels).Select(i => discord.AddChannel(guild, $"desk-{i}")).ToList();
        var person = discord.AddPerson(guild, "cleo");
        using var host = await DiscordBot.StartAsync(database, discord, guild);
        var due = await PrepareAsync(host.Services, channels);
        await Task.Delay((due - host.Services.GetRequiredService<IClock>().GetCurrentInstant()).ToTimeSpan());

        var asked = new List<Task<DiscordAnswer>>();
        while (discord.Stats.MessagesCreated - asked.Count(ask => ask.IsCompleted) < Channels * Deadlines && asked.Count < 2_000)
        {
            asked.Add(discord.RunCommandAsync(person, channels[asked.Count % Channels], "talks deadline list", new() { ["talks"] = Talks }, CancellationToken.None));
            await Task.Delay(Between);
        }

        var answers = await Task.WhenAll(asked);
        await host.StopAsync();
        if (answers.Any(answer => answer.Kind == DiscordAnswerKind.Missed))
        {
            throw new InvalidOperationException($"{answers.Count(answer => answer.Kind == DiscordAnswerKind.Missed)} of {answers.Length} commands were not answered in time.");
        }

        return Report.Print(
            string.Create(CultureInfo.InvariantCulture, $"first answer, {answers.Length} commands amid 1,000 posts, p99"),
            Report.Percentile(answers.Select(answer => answer.Took.TotalMilliseconds), 0.99),
            limit: 100,
            "ms");
    }

    /// <summary>Deadlines whose one warning falls due at one instant, followed by every channel.</summary>
    private static async Task<Instant> PrepareAsync(IServiceProvider services, IEnumerable<ulong> channels)
    {
        var desk = services.GetRequiredService<ICommandDesk>();
        var caller = new Caller("bench", Role.Chief, new ChannelAddress("terminal", "", "desk")) { HasAgreed = true };
        await DoAsync($"open {Talks} \"Steel talks\" follow:no zone:UTC");
        foreach (var channel in channels)
        {
            await DoAsync($"follow add {Talks} channel:\"discord:main/{channel}\" ladder:1h");
        }

        var due = services.GetRequiredService<IClock>().GetCurrentInstant() + Ahead;
        for (var i = 0; i < Deadlines; i++)
        {
            await DoAsync($"deadline add {Talks} \"{TimeWording.Iso(due + Duration.FromHours(1))}\" \"stage {i}\"");
        }

        return due;

        async Task DoAsync(string line)
        {
            if (await desk.RunAsync(line, caller, CancellationToken.None) is { Refused: true } reply)
            {
                throw new InvalidOperationException($"{line} was refused: {reply.Body.Heading}");
            }
        }
    }
}
