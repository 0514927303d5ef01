using System.Globalization;

namespace TalksBot.Tests.Nodes;

/// <summary>
/// The same faults over and over while the desk goes on, with a table at the end: run by <c>TALKSBOT_CLUSTER_ROUNDS</c>, which says how often
/// (docs/several-machines.md).
/// </summary>
[Collection(nameof(NodesTests))]
public sealed class ClusterRounds(ITestOutputHelper output)
{
    private const int Channels = 4;
    private const int PerRound = 4;

    /// <summary>A channel of Discord takes five posts in five seconds.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(1_300);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("kill -9")]
    [InlineData("SIGSTOP 10 s")]
    [InlineData("cut off 10 s")]
    [InlineData("server restarted")]
    [InlineData("replaced")]
    public async Task Nothing_is_lost_told_twice_or_out_of_order(string fault)
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("TALKSBOT_CLUSTER_ROUNDS"), CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        Assert.SkipWhen(rounds == 0, "It takes long; say how many rounds with TALKSBOT_CLUSTER_ROUNDS.");
        await using var cluster = await Cluster.StartAsync(nodes: 3, Channels);
        var wire = Cluster.Wire();
        if (fault.StartsWith("cut", StringComparison.Ordinal))
        {
            await cluster.StopAsync(cluster.Nodes[0]);
            await cluster.AddNodeAsync(wire);
        }

        for (var round = 0; round < rounds; round++)
        {
            var reporting = cluster.ReportAsync(round * PerRound, PerRound, Between);
            await Task.Delay(Between, TestContext.Current.CancellationToken);
            await StrikeAsync(cluster, fault, wire);
            await reporting;
            await cluster.ToldAsync((round + 1) * PerRound, Patience);
        }

        var tally = cluster.Tally(rounds * PerRound);
        output.WriteLine($"{fault,-18} {rounds} rounds: {tally}");
        TestContext.Current.SendDiagnosticMessage($"{fault,-18} {rounds} rounds: {tally}");
        cluster.ShouldHaveToldOnceAndInOrder(rounds * PerRound);
        wire.Dispose();
    }

    private static async Task StrikeAsync(Cluster cluster, string fault, CutWire wire)
    {
        var sender = await cluster.TheSenderAsync();
        switch (fault.Split(' ')[0])
        {
            case "kill":
                await cluster.KillAsync(sender);
                await cluster.AddNodeAsync();
                break;
            case "SIGSTOP":
                await sender.Process.PauseAsync();
                await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
                await sender.Process.ResumeAsync();
                break;
            case "cut":
                wire.Cut();
                await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
                wire.Mend();
                break;
            case "server":
                Cluster.RestartServer();
                break;
            case "replaced":
                await cluster.StopAsync(sender);
                await cluster.AddNodeAsync();
                break;
        }
    }
}
