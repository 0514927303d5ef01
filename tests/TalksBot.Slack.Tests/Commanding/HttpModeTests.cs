using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TalksBot.Simulators.Slack;
using TalksBot.Testing;

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
        await Eventually.IsTrueAsync(() => !rig.Alarm.Raised.IsEmpty);

        rig.Alarm.Raised.ShouldHaveSingleItem().What.ShouldContain("cannot listen at http://127.0.0.1:");
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
