using TalksBot.Core.Deliveries;
using TalksBot.Discord;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Processes;

/// <summary>kill -9 while the platform takes nothing: what waits, what is in doubt and the pause itself are rows, so the next worker goes on from there.</summary>
[Collection(nameof(ProcessTests))]
public sealed class OutageKillTests : IDisposable
{
    private const int Updates = 3;
    private readonly TestDatabase _database = new();

    [Theory]
    [InlineData(RestFaultKind.BadGatewayAfterCommit)]
    [InlineData(RestFaultKind.DropAfterCommit)]
    public async Task Killed_twice_in_an_outage_it_tells_everything_once_and_in_order_when_that_is_over(RestFaultKind kind)
    {
        await using var discord = await DiscordSimulator.StartAsync(TestContext.Current.CancellationToken);
        var guild = discord.AddGuild("Newsroom");
        var channel = discord.AddChannel(guild, "desk");
        var surroundings = Connected(discord, guild);
        await using var desk = await QueuedBurst.OpenAsync(_database);
        using (var first = await BotProcess.StartWorkerAsync(_database.File, surroundings))
        {
            await SayAsync(surroundings, "/talks open burst \"A burst\" follow:no");
            await SayAsync(surroundings, $"/talks follow add burst channel:discord:main/{channel} digest:none");
            discord.Faults.Add(new RestFault(kind) { Operation = "create_message", Times = 1_000 });
            for (var i = 0; i < Updates; i++)
            {
                await SayAsync(surroundings, $"/talks update add burst tier:official \"Update {i}\" \"a senior US official\"");
            }

            await Eventually.IsTrueAsync(async () => await desk.CountAsync(row => row.Attempts > 0) > 0);
            await first.KillAsync();
        }

        using (var second = await BotProcess.StartWorkerAsync(_database.File, surroundings))
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            await second.KillAsync();
        }

        discord.Faults.Clear();
        using var third = await BotProcess.StartWorkerAsync(_database.File, surroundings);
        await Eventually.IsTrueAsync(async () => await desk.CountAsync(row => row.State == DeliveryState.Sent && row.FollowId != null) == Updates);

        var told = discord.Messages(channel).Select(message => message.Json.ToJsonString()).Where(text => text.Contains("Update ", StringComparison.Ordinal)).ToList();
        told.Count.ShouldBe(Updates);
        told.Index().ShouldAllBe(one => one.Item.Contains($"Update {one.Index}", StringComparison.Ordinal));
    }

    public void Dispose() => _database.Dispose();

    private async Task SayAsync(Surroundings surroundings, string line) =>
        (await BotProcess.RunAsync(_database.Folder, surroundings, "say", line, "--yes", "--database", _database.File)).ShouldBeDone();

    private static Surroundings Connected(DiscordSimulator discord, ulong guild)
    {
        var section = $"{DiscordOptions.Section}:main".Replace(":", "__", StringComparison.Ordinal);
        return new()
        {
            Environment = new Dictionary<string, string>
            {
                [$"{section}__Token"] = discord.Token,
                [$"{section}__ApiUrl"] = $"{discord.ApiUrl}",
                [$"{section}__GuildIds__0"] = $"{guild}",
            },
        };
    }
}
