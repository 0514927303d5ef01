using System.Globalization;
using TalksBot.Core.Deliveries;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>
/// kill -9 at random moments of a burst of 1,000 deliveries. The full run of 50 is
/// <c>TALKSBOT_KILLS=50 dotnet test --project tests/TalksBot.Tests -- --filter-class TalksBot.Tests.Processes.KillTests</c>.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Channels = 50;
    private const int Updates = 20;
    private const int Posts = Channels * Updates;
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("TALKSBOT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 4;

    [Fact]
    public async Task Every_delivery_is_made_once_however_often_the_worker_is_killed()
    {
        var random = new Random(19950628);
        var again = 0;
        for (var kills = 0; kills < Kills;)
        {
            using var database = new TestDatabase();
            await QueueBurstAsync(database);
            var shown = new List<string>();
            for (; kills < Kills && shown.Count < Posts - 1; kills++)
            {
                shown.AddRange(await RunUntilKilledAsync(database, shown: random.Next(1, Posts - shown.Count)));
            }

            shown.AddRange(await RunUntilAllAreSentAsync(database));
            again += Check(shown, database);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Kills} kills in the middle of bursts of {Posts}; {again} posts were shown again, and said so, because nobody could know that they had been seen."));
    }

    /// <summary>Every post is in the transcript exactly once, and on the screen; twice only where the platform itself had to show it again.</summary>
    private static int Check(List<string> shown, TestDatabase database)
    {
        var recorded = File.ReadLines(database.File + ".terminal.jsonl")
            .Where(line => line.Contains("\"act\":\"post\"", StringComparison.Ordinal)).Select(Id).ToList();
        recorded.Count.ShouldBe(Posts);
        recorded.Distinct().Count().ShouldBe(Posts);
        var firstTime = shown.Where(line => !line.Contains("\"again\":true", StringComparison.Ordinal)).Select(Reference).ToList();
        firstTime.Distinct().Count().ShouldBe(firstTime.Count);
        shown.Select(Reference).Distinct().Count().ShouldBe(Posts);
        (shown.Count - firstTime.Count).ShouldBeLessThanOrEqualTo(Kills);
        return shown.Count - firstTime.Count;
    }

    /// <summary>Kills it as soon as so many posts are on the screen.</summary>
    private static async Task<IReadOnlyList<string>> RunUntilKilledAsync(TestDatabase database, int shown)
    {
        using var bot = await BotProcess.StartWorkerAsync(database.File);
        while (bot.Lines.Count < shown)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        await bot.KillAsync();
        return bot.Lines;
    }

    private static async Task<IReadOnlyList<string>> RunUntilAllAreSentAsync(TestDatabase database)
    {
        await using var reader = await QueuedBurst.OpenAsync(database);
        using var bot = await BotProcess.StartWorkerAsync(database.File);
        while (await reader.CountAsync(row => row.State != DeliveryState.Sent) > 0)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await bot.KillAsync();
        return bot.Lines;
    }

    private static async Task QueueBurstAsync(TestDatabase database)
    {
        await using var burst = await QueuedBurst.OpenAsync(database);
        await burst.FillAsync(Channels, Updates);
    }

    private static string Reference(string line)
    {
        var post = System.Text.Json.JsonDocument.Parse(line).RootElement;
        return $"{post.GetProperty("channel").GetString()} {post.GetProperty("reference").GetString()}";
    }

    private static string Id(string line) =>
        System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;
}
