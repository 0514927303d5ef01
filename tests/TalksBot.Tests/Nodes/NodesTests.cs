using System.Diagnostics;
using System.Globalization;
using System.Net;
using TalksBot.Core.Times;
using TalksBot.Discord;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Tests.Nodes;

/// <summary>What a newsroom with several machines relies on: whatever happens to one of them, everything is told, once and in order.</summary>
[Collection(nameof(NodesTests))]
public sealed class NodesTests
{
    private const int Channels = 2;

    private static readonly TimeProviderClock Clock = new TimeProviderClock(TimeProvider.System);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task When_the_sender_is_killed_another_goes_on_at_once()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 3, Channels);
        var reporting = cluster.ReportAsync(0, 8, Between);
        await cluster.ToldAsync(3, TimeSpan.FromSeconds(20));

        await cluster.KillAsync(await cluster.TheSenderAsync());
        var killed = Stopwatch.StartNew();
        while (await cluster.SenderAsync() is null)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        TestContext.Current.SendDiagnosticMessage($"another node sends after {killed.ElapsedMilliseconds} ms");
        await reporting;
        await cluster.ToldAsync(8, TimeSpan.FromSeconds(30));
        cluster.ShouldHaveToldOnceAndInOrder(8);
        killed.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_sender_that_stands_still_is_followed_within_seconds_and_sends_nothing_when_it_wakes()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 2, Channels);
        await cluster.ReportAsync(0, 2, Between);
        await cluster.ToldAsync(2, TimeSpan.FromSeconds(20));
        var still = await cluster.TheSenderAsync();

        await still.Process.PauseAsync();
        await cluster.ReportAsync(2, 2, Between);
        var late = await cluster.ToldAsync(4, TimeSpan.FromSeconds(30));
        await still.Process.ResumeAsync();

        TestContext.Current.SendDiagnosticMessage($"told {late.TotalSeconds:0.0} s after the sender stood still");
        await cluster.ReportAsync(4, 2, Between);
        await cluster.ToldAsync(6, TimeSpan.FromSeconds(30));
        (await cluster.TheSenderAsync()).ShouldNotBe(still);
        cluster.ShouldHaveToldOnceAndInOrder(6);
    }

    [Fact]
    public async Task Nodes_are_replaced_one_after_the_other_while_the_desk_goes_on()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 2, Channels);
        var reporting = cluster.ReportAsync(0, 10, TimeSpan.FromMilliseconds(400));
        foreach (var old in cluster.Nodes.ToList())
        {
            await cluster.StopAsync(old);
            await cluster.AddNodeAsync();
        }

        await reporting;
        await cluster.ToldAsync(10, TimeSpan.FromSeconds(30));
        cluster.ShouldHaveToldOnceAndInOrder(10);
    }

    [Fact]
    public async Task A_server_that_is_restarted_is_waited_for()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 2, Channels);
        await cluster.ReportAsync(0, 2, Between);
        await cluster.ToldAsync(2, TimeSpan.FromSeconds(20));

        Cluster.RestartServer();
        await cluster.ReportAsync(2, 3, Between);

        await cluster.ToldAsync(5, TimeSpan.FromSeconds(30));
        cluster.ShouldHaveToldOnceAndInOrder(5);
    }

    [Fact]
    public async Task While_the_server_is_away_one_node_answers_what_somebody_asks_and_says_so()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 0, channels: 1);
        using var first = Cluster.Wire();
        using var second = Cluster.Wire();
        await cluster.AddNodeAsync(first);
        await cluster.AddNodeAsync(second);
        await cluster.AnswersAsync();
        var ann = cluster.AddPerson("ann");
        first.HangUp();
        second.HangUp();

        var answer = await cluster.AskAsync(ann, "talks status");
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        answer.ShouldContain("database");
        cluster.AnswersTo(ann).ShouldBe(1);
    }

    [Fact]
    public async Task A_sender_that_is_cut_off_from_the_database_is_followed_and_sends_nothing_more()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 0, Channels);
        using var wire = Cluster.Wire();
        var cut = await cluster.AddNodeAsync(wire);
        await Eventually.IsTrueAsync(async () => await cluster.SenderAsync() == cut);
        await cluster.AddNodeAsync();
        await cluster.ReportAsync(0, 2, Between);
        await cluster.ToldAsync(2, TimeSpan.FromSeconds(20));

        wire.Cut();
        await cluster.ReportAsync(2, 2, Between);
        var late = await cluster.ToldAsync(4, TimeSpan.FromSeconds(30));
        wire.Mend();

        TestContext.Current.SendDiagnosticMessage($"told {late.TotalSeconds:0.0} s after the sender was cut off");
        await cluster.ReportAsync(4, 2, Between);
        await cluster.ToldAsync(6, TimeSpan.FromSeconds(30));
        cluster.ShouldHaveToldOnceAndInOrder(6);
    }

    [Fact]
    public async Task A_node_whose_clock_is_half_a_minute_ahead_goes_by_the_one_of_the_database()
    {
        var wrong = WrongClock.Of("+30s");
        await using var cluster = await Cluster.StartAsync(nodes: 0, Channels);
        await cluster.AddNodeAsync(more: wrong);
        var before = Clock.GetCurrentInstant();

        await cluster.ReportAsync(0, 1, Between);
        await cluster.ToldAsync(1, TimeSpan.FromSeconds(20));
        await Eventually.IsTrueAsync(async () => (await cluster.ClockAsync()).Recorded is not null);

        var (recorded, ahead) = await cluster.ClockAsync();
        recorded!.Value.ShouldBeInRange(before, Clock.GetCurrentInstant());
        ahead.TotalSeconds.ShouldBe(30, 1);
    }

    [Fact]
    public async Task What_every_node_hears_is_answered_by_one_of_them_also_when_another_has_died()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 2, Channels);
        await cluster.AnswersAsync();
        var person = cluster.AddPerson("ann");
        for (var i = 0; i < 3; i++)
        {
            (await cluster.AskAsync(person, "talks status")).ShouldContain("A burst");
        }

        await cluster.KillAsync(cluster.Nodes[0]);
        (await cluster.AskAsync(person, "talks status")).ShouldContain("A burst");

        cluster.Discord.Stats.MissedInteractions.ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_asks_while_the_database_is_away_is_told_so()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 0, Channels);
        using var wire = Cluster.Wire();
        var port = FreePort.Find();
        await cluster.AddNodeAsync(wire, Web(port));
        await cluster.AnswersAsync();
        var person = cluster.AddPerson("ann");
        (await cluster.AskAsync(person, "talks status")).ShouldContain("A burst");
        var wall = await cluster.AddWallAsync();

        wire.HangUp();
        var answer = await cluster.AskAsync(person, "talks status");
        using var http = new HttpClient();
        using var shown = await http.GetAsync(new Uri($"http://127.0.0.1:{port}{wall}"), TestContext.Current.CancellationToken);

        answer.ShouldContain("The database server does not answer");
        (shown.StatusCode, shown.Headers.RetryAfter?.Delta).ShouldBe((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)));
        shown.Headers.Contains("X-TalksBot-Wall").ShouldBeFalse("a wall must not be taken for one that is revoked");
        (await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("The database server does not answer");
    }

    [Fact]
    public async Task Every_node_shows_the_wall_and_goes_on_when_another_dies()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 0, channels: 1);
        var (first, second) = (FreePort.Find(), FreePort.Find());
        var dies = await cluster.AddNodeAsync(more: Web(first));
        await cluster.AddNodeAsync(more: Web(second));
        var wall = await cluster.AddWallAsync();
        using var http = new HttpClient();
        using var stream = new StreamReader(await http.GetStreamAsync(new Uri($"http://127.0.0.1:{second}{wall}/stream"), TestContext.Current.CancellationToken));
        (await http.GetStringAsync(new Uri($"http://127.0.0.1:{first}{wall}"), TestContext.Current.CancellationToken)).ShouldContain("data-assets");

        await cluster.ReportAsync(0, 1, Between);
        await ShownAsync(stream, "Update 000");
        await cluster.KillAsync(dies);
        await cluster.ReportAsync(1, 1, Between);
        await ShownAsync(stream, "Update 001");
    }

    private static KeyValuePair<string, string>[] Web(int port) =>
        [new("TalksBot:Web:Enabled", "true"), new("TalksBot:Web:Urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"))];

    /// <summary>Reads on until the wall shows it.</summary>
    private static async Task ShownAsync(StreamReader stream, string words)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!$"{await stream.ReadLineAsync(patience.Token)}".Contains(words, StringComparison.Ordinal))
        {
            // Beats, and what stood there before.
        }
    }

    [Fact]
    public async Task A_node_that_speaks_as_another_bot_is_refused_while_others_are_there()
    {
        await using var cluster = await Cluster.StartAsync(nodes: 1, Channels);

        var other = await cluster.TryNodeAsync([new($"{DiscordOptions.Section}:main:Token", "c29tZWJvZHkgZWxzZQ.another.bot")]);

        other.ExitCode.ShouldBe(2);
        other.Error.ShouldContain("speaks over discord:main as another bot: give every node the same token, or this one a database of its own.");
        (await cluster.SenderAsync()).ShouldBe(cluster.Nodes[0]);
    }
}
