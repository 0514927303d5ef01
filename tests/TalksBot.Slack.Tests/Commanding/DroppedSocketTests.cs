using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Core.Commands;
using TalksBot.Simulators.Slack;
using TalksBot.Slack.Wire.SocketMode;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

public sealed class DroppedSocketTests
{
    private const int Breaks = 100;
    private const int Refreshes = 4;

    [Fact]
    public async Task Through_100_refreshes_drops_and_stalls_every_command_that_arrives_is_acknowledged_in_time_and_run_once()
    {
        var desk = new WatchedDesk();
        await using var rig = await StartAsync(desk);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var stream = StreamAsync(rig, enough.Token);

        for (var i = 0; i < Breaks; i++)
        {
            Break(rig.Slack.Faults, i);
            await BackAsync(rig);
        }

        await enough.CancelAsync();
        var answers = await stream;
        var acked = answers.Where(answer => answer.Answer.Kind == SlackAnswerKind.Acked).ToList();
        var ran = desk.Calls.Select(call => call["text"]).ToList();
        answers.Count.ShouldBeGreaterThan(Breaks);
        acked.Count.ShouldBeGreaterThan(Breaks / 2);
        ran.ShouldBeUnique();
        acked.Select(answer => answer.Text).ShouldBeSubsetOf(ran);
        ran.ShouldBeSubsetOf(answers.Where(answer => answer.Answer.Kind != SlackAnswerKind.DispatchFailed).Select(answer => answer.Text));
        rig.Slack.Stats.LateAcks.ShouldBe(0);
        rig.Slack.Stats.InvalidRequests.ShouldBeEmpty();
        rig.RaisedNothing();
        TestContext.Current.SendDiagnosticMessage(
            "{0} commands, {1} acknowledged, {2} run, {3} sockets", answers.Count, acked.Count, ran.Count, rig.Slack.Stats.SocketConnections);
    }

    /// <summary>Everything takes a tenth of its time: Slack warns, leaves a second, and closes; commands take 150 ms each.</summary>
    [Fact]
    public async Task Through_refreshes_that_Slack_announces_not_one_command_is_lost()
    {
        var desk = new WatchedDesk { Takes = TimeSpan.FromMilliseconds(150) };
        await using var rig = await CommandRig.StartAsync(
            new SlackSimulatorOptions { Time = new HurriedTime(), AckDeadline = TimeSpan.FromMinutes(3), Tier3 = Plenty, Tier4 = Plenty },
            _ => [],
            services => services.Replace(ServiceDescriptor.Singleton<ICommandDesk>(desk)).Replace(ServiceDescriptor.Singleton<TimeProvider>(new HurriedTime()))
                .Replace(ServiceDescriptor.Singleton(new SocketOptions { HealthyAfter = TimeSpan.Zero })));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var stream = StreamAsync(rig, enough.Token);

        for (var refreshes = 1; refreshes <= Refreshes; refreshes++)
        {
            rig.Slack.Faults.RefreshSockets();
            await Eventually.IsTrueAsync(() => rig.Slack.Stats.SocketConnections == 2 * (refreshes + 1) && rig.Slack.Connections == 2);
        }

        await enough.CancelAsync();
        var answers = await stream;
        answers.ShouldAllBe(answer => answer.Answer.Kind == SlackAnswerKind.Acked);
        desk.Calls.Select(call => call["text"]).ShouldBe(answers.Select(answer => answer.Text), ignoreOrder: true);
    }

    private static Task<CommandRig> StartAsync(WatchedDesk desk) => CommandRig.StartAsync(
        new SlackSimulatorOptions { AnswerPatience = TimeSpan.Zero, Tier3 = Plenty, Tier4 = Plenty, PingInterval = TimeSpan.FromMilliseconds(100) },
        _ => [],
        services => services
            .Replace(ServiceDescriptor.Singleton<ICommandDesk>(desk))
            .Replace(ServiceDescriptor.Singleton(new SocketOptions
            {
                Stagger = TimeSpan.FromMilliseconds(100),
                PingEvery = TimeSpan.FromMilliseconds(50),
                PingTimeout = TimeSpan.FromMilliseconds(100),
                Drain = TimeSpan.FromSeconds(2),
                HealthyAfter = TimeSpan.Zero,
            }))
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(new HurriedTime())));

    private static Pace Plenty { get; } = new(100_000, TimeSpan.FromMinutes(1), 100_000);

    private static async Task<IReadOnlyList<(string Text, SlackAnswer Answer)>> StreamAsync(CommandRig rig, CancellationToken enough)
    {
        var asked = new List<Task<(string, SlackAnswer)>>();
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            asked.Add(AskAsync($"note-{i}"));
            await Task.Delay(40, CancellationToken.None);
        }

        return await Task.WhenAll(asked);

        async Task<(string, SlackAnswer)> AskAsync(string text) => (text, await rig.RunAsync(rig.Cleo, $"note {text}"));
    }

    private static void Break(SlackFaults faults, int i)
    {
        switch (i % 5)
        {
            case 0: faults.DropSockets(); break;
            case 1: faults.Disconnect("refresh_requested"); break;
            case 2: faults.StallSockets(); break;
            case 3: faults.RefuseSockets(1); faults.DropSockets(); break;
            default: faults.Disconnect("warning"); break;
        }
    }

    private static async Task BackAsync(CommandRig rig)
    {
        var before = rig.Slack.Stats.SocketConnections;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (!patience.IsCancellationRequested && (rig.Slack.Stats.SocketConnections == before || rig.Slack.Connections == 0))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await Task.Delay(50, TestContext.Current.CancellationToken);
    }
}
