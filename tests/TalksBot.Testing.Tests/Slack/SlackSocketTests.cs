using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackSocketTests
{
    private static FakeTimeProvider Clock => new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Takes_a_ticket_once()
    {
        await using var rig = await SlackRig.StartAsync();
        var url = await rig.TicketAsync();
        using var socket = await SlackSocket.OpenAsync(url);

        var hello = await socket.HearAsync();

        ((int)hello!["num_connections"]!, (string?)hello["connection_info"]!["app_id"]).ShouldBe((1, rig.Slack.AppId));
        await Should.ThrowAsync<WebSocketException>(() => SlackSocket.OpenAsync(url));
    }

    [Fact]
    public async Task Turns_the_eleventh_connection_away()
    {
        await using var rig = await SlackRig.StartAsync();
        var sockets = new List<SlackSocket>();
        for (var i = 0; i < 10; i++)
        {
            sockets.Add(await rig.ConnectAsync());
        }

        using var eleventh = await SlackSocket.OpenAsync(await rig.TicketAsync());
        var heard = await eleventh.HearAsync();

        ((string?)heard!["type"], (string?)heard["reason"]).ShouldBe(("disconnect", "too_many_websockets"));
        (await eleventh.HearAsync()).ShouldBeNull();
        rig.Slack.Connections.ShouldBe(10);
        sockets.ForEach(one => one.Dispose());
    }

    [Fact]
    public async Task Warns_ten_seconds_before_it_refreshes()
    {
        var clock = Clock;
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Time = clock });
        using var socket = await rig.ConnectAsync();

        rig.Slack.Faults.RefreshSockets();
        var warning = await socket.HearAsync();
        clock.Advance(TimeSpan.FromSeconds(10));
        var end = await socket.HearAsync();

        ((string?)warning!["reason"], (string?)end!["reason"]).ShouldBe(("warning", "refresh_requested"));
        (await socket.HearAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Lets_nobody_in_while_socket_mode_is_off()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();

        rig.Slack.Faults.SwitchSocketModeOff();

        ((string?)(await socket.HearAsync())!["reason"]).ShouldBe("link_disabled");
        using var empty = new FormUrlEncodedContent([]);
        (await rig.SendAsync("apps.connections.open", empty, rig.Slack.AppToken)).Ok.ShouldBeFalse();
    }

    [Fact]
    public async Task Sends_each_envelope_to_one_connection_only()
    {
        await using var rig = await SlackRig.StartAsync();
        using var left = await rig.ConnectAsync();
        using var right = await rig.ConnectAsync();
        var (hearsLeft, hearsRight) = (left.HearAsync(), right.HearAsync());

        var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "help", SlackRig.Token);
        var first = await Task.WhenAny(hearsLeft, hearsRight);
        await (first == hearsLeft ? left : right).AckAsync((await first)!, """{"text":"helped"}""");
        var answer = await asking;

        (answer.Kind, answer.Shown).ShouldBe((SlackAnswerKind.Acked, "helped"));
        (first == hearsLeft ? hearsRight : hearsLeft).IsCompleted.ShouldBeFalse();
        rig.Slack.Stats.AckedEnvelopes.ShouldBe(1);
    }

    [Fact]
    public async Task Ends_a_connection_that_sends_more_than_a_frame_holds()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();

        _ = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "help", SlackRig.Token);
        await socket.AckAsync((await socket.HearAsync())!, $$"""{"text":"{{new string('x', 20 * 1024)}}"}""");

        (await socket.HearAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Sends_nothing_more_over_a_connection_that_was_told_to_leave()
    {
        await using var rig = await SlackRig.StartAsync();
        using var leaving = await rig.ConnectAsync();
        rig.Slack.Faults.Disconnect("refresh_requested");
        using var next = await rig.ConnectAsync();

        for (var n = 0; n < 20; n++)
        {
            var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "help", SlackRig.Token);
            await next.TakeAsync("""{"text":"helped"}""");
            (await asking).Kind.ShouldBe(SlackAnswerKind.Acked);
        }
    }

    [Fact]
    public async Task Times_out_after_three_seconds_and_counts_what_comes_late()
    {
        var clock = Clock;
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Time = clock });
        using var socket = await rig.ConnectAsync();
        var asking = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "", SlackRig.Token);
        var envelope = await socket.HearAsync();

        clock.Advance(TimeSpan.FromSeconds(3));
        var answer = await asking;
        await socket.AckAsync(envelope!, """{"text":"late"}""");
        var next = rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "", SlackRig.Token);
        await socket.TakeAsync();
        await next;

        answer.Kind.ShouldBe(SlackAnswerKind.TimedOut);
        (rig.Slack.Stats.TimedOut, rig.Slack.Stats.LateAcks).ShouldBe((1, 1));
        rig.Slack.Messages(rig.Channel, rig.Ada).ShouldBeEmpty();
    }

    [Fact]
    public async Task Fails_at_once_while_nobody_is_connected()
    {
        await using var rig = await SlackRig.StartAsync();

        var answer = await rig.Slack.CommandAsync(rig.Channel, rig.Ada, "/talks", "", SlackRig.Token);

        answer.Kind.ShouldBe(SlackAnswerKind.DispatchFailed);
    }

    [Fact]
    public async Task Sends_an_event_again_until_it_is_acknowledged()
    {
        var clock = Clock;
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Time = clock });
        using var socket = await rig.ConnectAsync();

        var mentioning = rig.Slack.MentionAsync(rig.Channel, rig.Ada, null, "status", SlackRig.Token);
        var first = await socket.HearAsync();
        clock.Advance(TimeSpan.FromSeconds(3));
        var second = await socket.HearAsync();
        await socket.AckAsync(second!);
        await mentioning;

        ((int)first!["retry_attempt"]!, (int)second!["retry_attempt"]!, (string?)second["retry_reason"]).ShouldBe((0, 1, "timeout"));
        ((string?)second["payload"]!["event_id"]).ShouldBe((string?)first["payload"]!["event_id"]);
        ((string?)second["payload"]!["event"]!["type"], (string?)second["payload"]!["event"]!["text"]).ShouldBe(("app_mention", $"<@{rig.Slack.BotUserId}> status"));
        rig.Slack.Stats.EventRetries.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_no_pings_once_stalled()
    {
        await using var rig = await SlackRig.StartAsync();
        using var client = new ClientWebSocket();
        client.Options.KeepAliveInterval = TimeSpan.FromMilliseconds(200);
        client.Options.KeepAliveTimeout = TimeSpan.FromMilliseconds(300);
        await client.ConnectAsync(new Uri(await rig.TicketAsync()), SlackRig.Token);
        var buffer = new byte[4096];
        await client.ReceiveAsync(buffer, SlackRig.Token);
        var listening = client.ReceiveAsync(buffer, SlackRig.Token);
        await Task.Delay(TimeSpan.FromSeconds(1), SlackRig.Token);
        var before = listening.IsCompleted;

        rig.Slack.Faults.StallSockets();

        before.ShouldBeFalse();
        (await Task.WhenAny(listening, Task.Delay(TimeSpan.FromSeconds(10), SlackRig.Token))).ShouldBe(listening);
        (listening.IsCompletedSuccessfully, client.State).ShouldBe((false, WebSocketState.Aborted));
    }

    [Fact]
    public async Task Breaks_sockets_without_a_word()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();

        rig.Slack.Faults.DropSockets();

        await Should.ThrowAsync<WebSocketException>(() => socket.HearAsync());
    }
}
