using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Core.Commands;
using TalksBot.Discord.Commanding;
using TalksBot.Discord.Wire.Gateway;
using TalksBot.Simulators.Discord;
using TalksBot.Testing;

namespace TalksBot.Discord.Tests.Commanding;

public sealed class DroppedGatewayTests
{
    private const int Drops = 100;

    /// <summary>So many times shorter are the bot's pauses, most of this test's time, and the one that Discord wants between two sessions.</summary>
    private const double Haste = 8;

    /// <summary>Some pauses are longer instead, so that Discord surely gives commands up before they are replayed.</summary>
    private const double Patience = 0.5;

    [Fact]
    public async Task Through_100_drops_what_arrives_in_time_is_answered_once_and_what_is_late_is_not_run_and_logged()
    {
        var desk = new WatchedDesk();
        var log = new BotLog();
        var time = new HastyTime();
        await using var rig = await StartAsync(desk, log, time);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var stream = StreamAsync(rig, enough.Token);

        for (var i = 0; i < Drops; i++)
        {
            time.Speed = IsLong(i) ? Patience : Haste;
            Break(rig.Discord.Faults, i);
            await BackAsync(rig);
        }

        await enough.CancelAsync();
        var answers = await stream;
        var answered = answers.Where(answer => answer.Answer.Kind == DiscordAnswerKind.Message).ToList();
        answers.Count.ShouldBeGreaterThan(Drops);
        log.Got.ShouldBeUnique();
        log.Got.Except(log.TooLate).ShouldBe(answered.Select(answer => answer.Answer.InteractionId), ignoreOrder: true);
        log.TooLate.ShouldNotBeEmpty();
        log.TooLate.ShouldBeUnique();
        log.TooLate.ShouldBeSubsetOf(answers.Where(answer => answer.Answer.Kind == DiscordAnswerKind.Missed).Select(answer => answer.Answer.InteractionId));
        desk.Calls.Select(call => call["text"]).ShouldBe(answered.Select(answer => answer.Text), ignoreOrder: true);
        rig.Discord.Messages(rig.Channel, rig.Cleo).Count.ShouldBe(answered.Count);
        rig.Discord.Messages(rig.Channel, rig.Cleo).Select(message => message.Json["embeds"]![0]!["title"]!.ToString()).ShouldBeUnique();
        rig.Discord.Stats.Identifies.ShouldBeLessThan(Drops);
        rig.Discord.Stats.ResumesAtWrongUrl.ShouldBe(0);
        TestContext.Current.SendDiagnosticMessage(
            "{0} commands, {1} answered, {2} late; {3} identifies, {4} resumes", answers.Count, answered.Count, log.TooLate.Count, rig.Discord.Stats.Identifies, rig.Discord.Stats.Resumes);
    }

    private static Task<CommandRig> StartAsync(WatchedDesk desk, BotLog log, HastyTime time)
    {
        var options = new DiscordSimulatorOptions
        {
            HeartbeatInterval = TimeSpan.FromSeconds(2),
            IdentifyWindow = TimeSpan.FromSeconds(5 / Haste),
            SessionStarts = Drops,
            InteractionDeadline = TimeSpan.FromSeconds(3),
        };
        return CommandRig.StartAsync(options, _ => [], services =>
        {
            services.Replace(ServiceDescriptor.Singleton<ICommandDesk>(desk));
            services.Replace(ServiceDescriptor.Singleton(bot => ActivatorUtilities.CreateInstance<SessionSurroundings>(bot, time)));
            services.Replace(ServiceDescriptor.Singleton(new GatewayOptions { HealthyAfter = TimeSpan.Zero }));
            log.AddTo(services);
        });
    }

    private static async Task<IReadOnlyList<(string Text, DiscordAnswer Answer)>> StreamAsync(CommandRig rig, CancellationToken enough)
    {
        var asked = new List<Task<(string, DiscordAnswer)>>();
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            asked.Add(AskAsync($"note-{i}"));
            await Task.Delay(15, CancellationToken.None);
        }

        return await Task.WhenAll(asked);

        async Task<(string, DiscordAnswer)> AskAsync(string text) => (text, await rig.RunAsync(rig.Cleo, "note", ("text", text)));
    }

    private static async Task BackAsync(CommandRig rig)
    {
        var connections = rig.Discord.Stats.GatewayConnections;
        while (rig.Discord.Stats.GatewayConnections == connections || !rig.Discord.HasSession)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await Task.Delay(50, TestContext.Current.CancellationToken);
    }

    private static bool IsLong(int i) => i is 55 or 75;

    /// <summary>Every way the protocol sheet lists, one after the other.</summary>
    private static void Break(DiscordFaults faults, int i)
    {
        // Those after which only a new session helps come seldom, since Discord wants five seconds between two.
        switch (i)
        {
            case 5: faults.CloseGateway(4009); break;
            case 15: faults.InvalidateSessions(resumable: false); break;
            case 25: faults.CloseGateway(4007); break;
            case 35: faults.CloseGateway(1000); break;
            case 45: faults.CloseGateway(4008); break;
            case 85: faults.CloseGateway(4003); break;
            case 95: faults.CloseGateway(4005); break;
            case 55 or 65 or 75: faults.InvalidateSessions(resumable: true); break;
            default: BreakBriefly(faults, i); break;
        }
    }

    private static void BreakBriefly(DiscordFaults faults, int i)
    {
        switch (i % 8)
        {
            case 0: faults.DropGateway(); break;
            case 1: faults.Reconnect(); break;
            case 2: faults.CloseGateway(4000); break;
            case 3: faults.Zombie(); break;
            case 4: faults.ReconnectBeforeHello(); faults.DropGateway(); break;
            case 5: faults.RefuseConnections(1); faults.DropGateway(); break;
            case 6: faults.CloseGateway(4002); break;
            default: faults.CloseGateway(4001); break;
        }
    }
}
