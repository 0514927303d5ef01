using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Wire.Tests.SocketMode;

public sealed class SocketEnvelopeTests
{
    [Fact]
    public async Task Hands_on_a_command_and_answers_it_in_the_acknowledgement()
    {
        await using var slack = new FakeSocketMode
        {
            Handler = (envelope, token) => envelope.Ack.SendAsync(AckPayload.Message(new() { Text = "done" }), token),
        };
        var socket = await slack.BeLiveAsync();

        socket.Command("e1", text: "add 5pm");
        await slack.UntilAsync(() => socket.Sent.Count == 1);

        slack.Handled.Single().Content.ShouldBeOfType<SlashCommand>().Text.ShouldBe("add 5pm");
        var frame = socket.Sent.Single();
        frame.GetProperty("envelope_id").GetString().ShouldBe("e1");
        frame.GetProperty("payload").GetProperty("text").GetString().ShouldBe("done");
        frame.GetProperty("payload").GetProperty("response_type").GetString().ShouldBe("ephemeral");
    }

    [Fact]
    public async Task Leaves_out_a_payload_that_is_not_accepted()
    {
        await using var slack = new FakeSocketMode
        {
            Handler = (envelope, token) => envelope.Ack.SendAsync(AckPayload.Message(new() { Text = "done" }), token),
        };
        var socket = await slack.BeLiveAsync();

        socket.Command("e1", accepts: false);
        await slack.UntilAsync(() => socket.Sent.Count == 1);

        socket.Sent.Single().TryGetProperty("payload", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Acknowledges_what_the_handler_left()
    {
        await using var slack = new FakeSocketMode();
        var socket = await slack.BeLiveAsync();

        socket.Command("e1");
        await slack.UntilAsync(() => socket.Sent.Count == 1);

        socket.Acknowledged.ShouldBe(["e1"]);
    }

    [Fact]
    public async Task Acknowledges_in_time_for_a_handler_that_dawdles()
    {
        var dawdling = new TaskCompletionSource();
        await using var slack = new FakeSocketMode { Handler = (_, _) => dawdling.Task };
        var socket = await slack.BeLiveAsync();
        socket.Command("e1");
        await slack.UntilAsync(() => slack.Handled.Count == 1);
        var started = slack.Time.GetUtcNow();

        await slack.UntilAsync(() => socket.Sent.Count == 1, TimeSpan.FromMilliseconds(50));
        var late = await slack.Handled.Single().Ack.SendAsync(null, CancellationToken.None);
        dawdling.SetResult();

        (slack.Time.GetUtcNow() - started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
        late.ShouldBeFalse();
        socket.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Acknowledges_what_a_connection_brought_last_before_closing_its_own_half()
    {
        var working = new TaskCompletionSource();
        await using var slack = new FakeSocketMode { Handler = (_, _) => working.Task };
        var old = await slack.BeLiveAsync();
        old.Command("e1");
        await slack.UntilAsync(() => slack.Handled.Count == 1);

        old.Drop();
        await slack.LiveAsync(1);
        working.SetResult();
        await slack.UntilAsync(() => old.Closed);

        old.Acknowledged.ShouldBe(["e1"]);
    }

    [Fact]
    public async Task Lets_a_slow_handler_keep_nobody_waiting()
    {
        var dawdling = new TaskCompletionSource();
        await using var slack = new FakeSocketMode
        {
            Handler = (envelope, _) => envelope.Id == "slow" ? dawdling.Task : Task.CompletedTask,
        };
        var socket = await slack.BeLiveAsync();

        socket.Command("slow");
        socket.Command("quick");
        await slack.UntilAsync(() => socket.Sent.Count == 1);
        dawdling.SetResult();

        socket.Acknowledged.ShouldContain("quick");
    }

    [Fact]
    public async Task Hands_on_once_what_came_twice_and_acknowledges_both()
    {
        await using var slack = new FakeSocketMode(connections: 2);
        var one = await slack.BeLiveAsync();
        var other = await slack.LiveAsync(1);

        one.Command("e1");
        await slack.UntilAsync(() => one.Sent.Count == 1);
        other.Command("e1");
        await slack.UntilAsync(() => other.Sent.Count == 1);

        slack.Handled.Count.ShouldBe(1);
        slack.Client.RepeatedEnvelopes.ShouldBe(1);
    }

    [Fact]
    public async Task Knows_an_event_that_comes_again_in_another_envelope()
    {
        await using var slack = new FakeSocketMode();
        var socket = await slack.BeLiveAsync();

        socket.Say(Mention("e1", "Ev1", 0));
        socket.Say(Mention("e2", "Ev1", 1));
        socket.Say(Mention("e3", "Ev2", 0));
        await slack.UntilAsync(() => socket.Sent.Count == 3);

        slack.Handled.Select(envelope => (envelope.Content as AppMention)?.EventId).ShouldBe(["Ev1", "Ev2"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("""{"envelope_id":"e1","type":"slash_commands","payload":{"command":7}}""")]
    [InlineData("""{"envelope_id":"e1","type":"interactive","payload":[1]}""")]
    [InlineData("""{"envelope_id":"e1","type":"events_api","payload":{"type":"event_callback","event":null}}""")]
    [InlineData("""{"envelope_id":"e1","type":"something_new","payload":{"a":1}}""")]
    [InlineData("""{"envelope_id":"e1"}""")]
    public async Task Acknowledges_and_keeps_what_it_does_not_understand(string frame)
    {
        await using var slack = new FakeSocketMode();
        var socket = await slack.BeLiveAsync();

        socket.Say(frame);
        await slack.UntilAsync(() => socket.Sent.Count == 1);

        socket.Acknowledged.ShouldBe(["e1"]);
        slack.Handled.Single().Content.ShouldBeOfType<UnknownIncoming>();
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"something_new"}""")]
    [InlineData("""{"envelope_id":7,"type":9}""")]
    public async Task Survives_frames_that_make_no_sense(string frame)
    {
        await using var slack = new FakeSocketMode();
        var socket = await slack.BeLiveAsync();

        socket.Say(frame);
        socket.Command("e1");
        await slack.UntilAsync(() => socket.Sent.Count == 1);

        slack.Client.IgnoredFrames.ShouldBe(1);
        socket.Acknowledged.ShouldBe(["e1"]);
    }

    [Fact]
    public async Task Ends_with_what_the_handler_threw()
    {
        await using var slack = new FakeSocketMode { Handler = (_, _) => throw new InvalidTimeZoneException("a bug") };
        var socket = await slack.BeLiveAsync();

        socket.Command("e1");
        await slack.UntilAsync(() => slack.Running!.IsCompleted, TimeSpan.FromMilliseconds(250));

        await Should.ThrowAsync<InvalidTimeZoneException>(() => slack.Running!);
        socket.Acknowledged.ShouldBe(["e1"]);
    }

    private static string Mention(string id, string eventId, int retry) =>
        $$$"""
        {"envelope_id":"{{{id}}}","type":"events_api","accepts_response_payload":false,"retry_attempt":{{{retry}}},"retry_reason":"",
         "payload":{"type":"event_callback","event_id":"{{{eventId}}}","team_id":"T1",
                    "event":{"type":"app_mention","channel":"C1","user":"U1","text":"<@U9> status","ts":"1.2","event_ts":"1.2"} } }
        """;
}
