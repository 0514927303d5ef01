using System.Globalization;

namespace TalksBot.Tests.Nodes;

/// <summary>
/// The same faults over and over while the desk goes on, with a table at the end: run by <c>TALKSBOT_CLUSTER_ROUNDS</c>, which says how often,
/// and <c>TALKSBOT_CLUSTER_FAULT</c>, with which the name of the fault begins where only one is wanted (docs/several-machines.md).
/// </summary>
[Collection(nameof(NodesTests))]
public sealed class ClusterRounds(ITestOutputHelper output)
{
    private const int Channels = 2;
    private const int PerRound = 4;

    /// <summary>A channel of Discord takes five posts in five seconds, one of Slack a post a second.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(1_300);

    /// <summary>Deadlines fall while the fault lasts, so far apart that neither platform's pace holds one up.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);

    private static readonly string[] Connections = ["discord:main", "slack:main"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("kill -9")]
    [InlineData("SIGSTOP 10 s")]
    [InlineData("SIGSTOP 30 s")]
    [InlineData("cut off 10 s")]
    [InlineData("server restarted")]
    [InlineData("replaced")]
    [InlineData("clock 30 s ahead")]
    [InlineData("clock 30 s behind")]
    public async Task Nothing_is_lost_told_twice_or_out_of_order(string fault)
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("TALKSBOT_CLUSTER_ROUNDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        Assert.SkipWhen(rounds == 0, "It takes long; say how many rounds with TALKSBOT_CLUSTER_ROUNDS.");
        Assert.SkipUnless(fault.StartsWith($"{Environment.GetEnvironmentVariable("TALKSBOT_CLUSTER_FAULT")}", StringComparison.Ordinal), "Another fault is asked for with TALKSBOT_CLUSTER_FAULT.");
        await using var cluster = await Cluster.StartAsync(nodes: 3, Channels);
        using var wire = Cluster.Wire();
        if (fault.StartsWith("cut", StringComparison.Ordinal))
        {
            await cluster.StopAsync(cluster.Nodes[0]);
            await cluster.AddNodeAsync(wire);
        }

        await cluster.AnswersAsync();
        using var over = new CancellationTokenSource();
        var asking = cluster.AskOnAsync(cluster.AddPerson("ann"), over.Token);
        for (var round = 0; round < rounds; round++)
        {
            await cluster.SetDeadlinesAsync(round * PerRound, PerRound, Between, Apart);
            var reporting = cluster.ReportAsync(round * PerRound, PerRound, Between);
            await Task.Delay(Between, TestContext.Current.CancellationToken);
            await StrikeAsync(cluster, fault, Connections[round % Connections.Length], wire);
            await reporting;
            await cluster.ToldAsync((round + 1) * PerRound, Patience);
            await cluster.RungAsync((round + 1) * PerRound, Patience);
        }

        await over.CancelAsync();
        var (missed, twice) = await asking;
        var tally = $"{fault,-18} {rounds} rounds: updates {cluster.Tally()}; deadlines {cluster.ClockTally()}; 429 {cluster.Discord.Stats.TooManyRequests + cluster.Slack.Stats.TooManyRequests}; commands unanswered {missed}, answered twice {twice}";
        output.WriteLine(tally);
        TestContext.Current.SendDiagnosticMessage(tally);
        cluster.ShouldHaveToldOnceAndInOrder(rounds * PerRound);
        missed.ShouldBe(0);
        twice.ShouldBe(0);
    }

    private static async Task StrikeAsync(Cluster cluster, string fault, string connection, CutWire wire)
    {
        var sender = await cluster.TheSenderAsync(connection);
        switch (fault.Split(' '))
        {
            case ["kill", ..]:
                await cluster.KillAsync(sender);
                await cluster.AddNodeAsync();
                break;
            case ["SIGSTOP", var seconds, _]:
                await sender.Process.PauseAsync();
                await Task.Delay(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)), TestContext.Current.CancellationToken);
                await sender.Process.ResumeAsync();
                break;
            case ["cut", ..]:
                wire.Cut();
                await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
                wire.Mend();
                break;
            case ["server", ..]:
                Cluster.RestartServer();
                break;
            case ["replaced"]:
                await cluster.StopAsync(sender);
                await cluster.AddNodeAsync();
                break;
            case ["clock", .., var way]:
                await cluster.StopAsync(sender);
                await cluster.AddNodeAsync(more: WrongClock.Of(way is "ahead" ? "+30s" : "-30s"));
                break;
        }
    }
}

/// <summary>What has a process go by a wrong clock.</summary>
internal static class WrongClock
{
    /// <summary>The environment for it; the test is skipped where this machine has nothing to set the clock of one program with.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(string offset)
    {
        var library = Directory.EnumerateFiles("/usr/lib", "libfaketime.so.1", SearchOption.AllDirectories).FirstOrDefault();
        Assert.SkipWhen(library is null, "The clock of one program cannot be set on this machine; install faketime.");
        return [new("LD_PRELOAD", library!), new("FAKETIME", offset)];
    }
}
