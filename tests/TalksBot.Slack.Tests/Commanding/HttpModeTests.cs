using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>Commands by signed HTTP, where Socket Mode is not allowed.</summary>
public sealed class HttpModeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_presses_forms_and_mentions_come_in_without_a_socket()
    {
        await using var rig = await StartAsync();
        await rig.OpenTalksAsync();

        var asked = CommandRig.Message(await rig.RunAsync(rig.Ada, "deadline add us-japan-autos \"tomorrow 11:59\" tariffs"));
        var pressed = await rig.PressAsync(rig.Ada, asked, CommandRig.Labels(asked)[0]);
        var form = await rig.RunAsync(rig.Ada, "update add us-japan-autos source:\"a source\" tier:official");
        var refused = await rig.SubmitAsync(rig.Ada, form.ViewId(), "text", new string('x', 2_500));
        var mention = await rig.Slack.MentionAsync(rig.Channel, rig.Cleo, threadTs: null, "help status", Token);

        pressed.Shown.ShouldContain("D1 set");
        refused.Errors["text"].ShouldContain("shorten it");
        mention.Kind.ShouldBe(SlackAnswerKind.Acked);
        await Eventually.IsTrueAsync(() => rig.Slack.Messages(rig.Channel, rig.Cleo).Any(message => message.Shown.Contains("Usage", StringComparison.Ordinal)));
        rig.Slack.Stats.SocketConnections.ShouldBe(0);
        (await rig.Slack.EndpointIsAdmittedAsync(Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_press_below_a_post_comes_in_without_a_socket()
    {
        await using var room = await Newsroom.StartAsync(byHttp: true);
        await room.DoAsync(room.Ben, "deadline add us-japan-autos \"in 2h\" \"100% tariffs\"");
        await room.PassAsync(Duration.FromMinutes(91));

        var answers = await room.PressTogetherAsync(room.Seen(room.Wire)[0], "Acknowledge", room.Rig.Cleo);

        answers.ShouldHaveSingleItem().ShouldContain("D1: Acknowledged by cleo");
        room.Seen(room.Wire)[0].Shown.ShouldContain("Acknowledged by cleo");
    }

    [Theory]
    [InlineData(Forgery.WrongSignature)]
    [InlineData(Forgery.OldTimestamp)]
    [InlineData(Forgery.TamperedBody)]
    [InlineData(Forgery.NoSignature)]
    [InlineData(Forgery.Replay)]
    public async Task A_forged_stale_or_repeated_request_is_401_and_nothing_runs(Forgery forgery)
    {
        var desk = new WatchedDesk();
        await using var rig = await StartAsync(desk);
        await rig.RunAsync(rig.Cleo, "note once");

        var status = await rig.Slack.ForgeAsync(rig.Channel, rig.Cleo, "/talks", forgery, Token);

        status.ShouldBe(HttpStatusCode.Unauthorized);
        desk.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_an_earlier_run_answered_is_not_answered_again_by_the_next()
    {
        var desk = new WatchedDesk();
        await using var rig = await StartAsync(desk);
        await rig.RunAsync(rig.Cleo, "note once");
        await rig.RestartBotAsync();
        await Eventually.IsTrueAsync(() => FreePort.IsTaken(rig.ListensAt!.Port));

        var status = await rig.Slack.ForgeAsync(rig.Channel, rig.Cleo, "/talks", Forgery.Replay, Token);
        var fresh = await rig.RunAsync(rig.Cleo, "note twice");

        status.ShouldBe(HttpStatusCode.Unauthorized);
        fresh.Shown.ShouldContain("noted twice");
    }

    [Fact]
    public async Task Whoever_opens_connections_and_says_nothing_keeps_nobody_out()
    {
        await using var rig = await StartAsync(new WatchedDesk());
        var silent = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 230; i++)
            {
                var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, rig.ListensAt!.Port, Token);
                silent.Add(client);
            }

            var asked = TimeProvider.System.GetTimestamp();
            var answer = await rig.RunAsync(rig.Cleo, "note heard");

            answer.Shown.ShouldContain("noted heard");
            TimeProvider.System.GetElapsedTime(asked).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        }
        finally
        {
            silent.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public async Task A_connection_that_stays_silent_is_closed_within_seconds()
    {
        await using var rig = await StartAsync(new WatchedDesk());
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, rig.ListensAt!.Port, Token);
        using var slow = new TcpClient();
        await slow.ConnectAsync(IPAddress.Loopback, rig.ListensAt!.Port, Token);
        await slow.GetStream().WriteAsync("POST / HTTP/1.1\r\nHost: x\r\n"u8.ToArray(), Token);

        var ends = await Task.WhenAll(new[] { silent, slow }.Select(client => ReadToEndAsync(client))).WaitAsync(TimeSpan.FromSeconds(20), Token);

        ends.ShouldAllBe(isClosed => isClosed);
    }

    [Fact]
    public async Task A_slow_command_is_acknowledged_in_time_and_answered_later()
    {
        await using var rig = await StartAsync(new WatchedDesk { Takes = TimeSpan.FromSeconds(3.5) }, new SlackSimulatorOptions());

        var answer = await rig.RunAsync(rig.Cleo, "note slow");

        answer.Kind.ShouldBe(SlackAnswerKind.Acked);
        answer.Shown.ShouldContain("noted slow");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_read_and_other_methods_are_refused()
    {
        await using var rig = await StartAsync(new WatchedDesk());
        using var client = new HttpClient { BaseAddress = rig.ListensAt };

        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(new byte[2 * 1024 * 1024]) };

        // Whoever does not wait to be let in may still be sending when the connection closes, and never see the answer.
        request.Headers.ExpectContinue = true;

        using var large = await client.SendAsync(request, Token);
        using var get = await client.GetAsync("/", Token);

        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        get.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_with_the_mend()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await using var rig = await CommandRig.StartListeningAsync(CommandRig.Calm, ((IPEndPoint)other.LocalEndpoint).Port, _ => [], _ => { });
        await rig.RaisedAsync();

        rig.RaisedOnce(trouble => trouble.What.Contains("cannot listen at http://127.0.0.1:", StringComparison.Ordinal));
    }

    private static async Task<bool> ReadToEndAsync(TcpClient client)
    {
        var buffer = new byte[1024];
        try
        {
            while (await client.GetStream().ReadAsync(buffer, Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // It was closed without a word.
        }

        return true;
    }

    private static Task<CommandRig> StartAsync(WatchedDesk? desk = null, SlackSimulatorOptions? options = null) => CommandRig.StartListeningAsync(
        options ?? CommandRig.Calm,
        _ => [],
        services =>
        {
            if (desk is not null)
            {
                services.Replace(ServiceDescriptor.Singleton<Core.Commands.ICommandDesk>(desk));
            }
        });
}
