using TalksBot.Slack.Wire.SocketMode;

namespace TalksBot.Slack.Wire.Tests.SocketMode;

public sealed class SocketRenewalTests
{
    [Fact]
    public async Task Holds_two_connections_that_begin_apart()
    {
        await using var slack = new FakeSocketMode(connections: 2);
        await slack.BeLiveAsync();
        var began = slack.Time.GetUtcNow();

        await slack.LiveAsync(1);

        (slack.Time.GetUtcNow() - began).ShouldBeGreaterThan(TimeSpan.FromSeconds(9));
        slack.Client.LiveConnections.ShouldBe(2);
    }

    [Fact]
    public async Task Asks_for_a_new_address_each_time()
    {
        await using var slack = new FakeSocketMode();
        var first = await slack.BeLiveAsync();

        first.Drop();
        var second = await slack.LiveAsync(1);

        first.Address!.Query.ShouldBe("?ticket=1");
        second.Address!.Query.ShouldBe("?ticket=2");
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    [InlineData("something_new")]
    public async Task Goes_on_hearing_the_old_connection_while_the_new_one_opens(string reason)
    {
        await using var slack = new FakeSocketMode();
        var old = await slack.BeLiveAsync();

        old.Disconnect(reason);
        var replacement = await slack.LiveAsync(1);
        old.Command("e1");
        replacement.Command("e2");
        await slack.UntilAsync(() => old.Sent.Count == 1 && replacement.Sent.Count == 1);

        slack.Handled.Select(envelope => envelope.Id).ShouldBe(["e1", "e2"], ignoreOrder: true);
        slack.Client.LiveConnections.ShouldBe(2);
    }

    [Fact]
    public async Task Closes_a_renewed_connection_that_slack_forgot_to_close()
    {
        await using var slack = new FakeSocketMode();
        var old = await slack.BeLiveAsync();
        old.Disconnect("warning");
        await slack.LiveAsync(1);

        await slack.UntilAsync(() => old.Closed, TimeSpan.FromMilliseconds(250));
        await slack.UntilAsync(() => slack.Client.LiveConnections == 1, TimeSpan.FromMilliseconds(250));

        slack.Sockets[1].Closed.ShouldBeFalse();
    }

    [Fact]
    public async Task Closes_before_it_opens_another_when_there_are_too_many()
    {
        await using var slack = new FakeSocketMode();
        var old = await slack.BeLiveAsync();
        var closedBefore = false;
        var open = slack.Open;
        slack.Open = () =>
        {
            closedBefore = old.Closed;
            return open();
        };

        old.Disconnect("too_many_websockets");
        await slack.SocketAsync(1);

        closedBefore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("warning")]
    [InlineData(null)]
    public async Task Turned_out_right_after_hello_again_and_again_it_comes_back_ever_more_seldom(string? reason)
    {
        await using var slack = new FakeSocketMode();
        slack.Prepare = socket =>
        {
            socket.Hello();
            if (reason is not null)
            {
                socket.Disconnect(reason);
            }

            socket.Drop();
        };
        slack.Start();

        await slack.UntilAsync(() => slack.Time.GetUtcNow() - slack.Time.Start > TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(200));
        var minute = slack.Opened;
        await slack.UntilAsync(() => slack.Time.GetUtcNow() - slack.Time.Start > TimeSpan.FromHours(1), TimeSpan.FromSeconds(2));

        minute.ShouldBeLessThanOrEqualTo(5);
        slack.Opened.ShouldBeLessThanOrEqualTo(70);
    }

    [Fact]
    public async Task Waits_longer_each_time_there_are_too_many()
    {
        await using var slack = new FakeSocketMode();
        slack.Start();
        List<TimeSpan> pauses = [];
        for (var n = 0; n < 5; n++)
        {
            var socket = await slack.LiveAsync(n);
            var since = slack.Time.GetUtcNow();
            socket.Disconnect("too_many_websockets");
            await slack.SocketAsync(n + 1);
            pauses.Add(slack.Time.GetUtcNow() - since);
        }

        pauses[^1].ShouldBeGreaterThan(TimeSpan.FromSeconds(7));
        pauses[^1].ShouldBeGreaterThan(pauses[0] * 4);
    }

    [Fact]
    public async Task Tries_again_when_nobody_says_hello()
    {
        await using var slack = new FakeSocketMode();
        slack.Start();
        var silent = await slack.SocketAsync(0);

        await slack.SocketAsync(1);

        silent.Closed.ShouldBeTrue();
        slack.Client.LiveConnections.ShouldBe(0);
    }

    [Fact]
    public async Task Stops_when_the_link_is_disabled()
    {
        await using var slack = new FakeSocketMode(connections: 2);
        var one = await slack.BeLiveAsync();
        var other = await slack.LiveAsync(1);

        one.Disconnect("link_disabled");
        await slack.UntilAsync(() => slack.Running!.IsCompleted, TimeSpan.FromMilliseconds(250));

        (await slack.Running!).ShouldBe(new LinkDisabled());
        other.Closed.ShouldBeTrue();
    }

    [Fact]
    public async Task Stops_when_the_token_is_dead()
    {
        await using var slack = new FakeSocketMode { Open = () => FakeSlack.Error("token_revoked") };
        slack.Start();

        await slack.UntilAsync(() => slack.Running!.IsCompleted, TimeSpan.FromMilliseconds(250));

        (await slack.Running!).ShouldBe(new TokenDead("token_revoked"));
        slack.Opened.ShouldBe(2);
    }

    [Fact]
    public async Task Stops_when_the_token_may_not_open_sockets()
    {
        await using var slack = new FakeSocketMode { Open = () => FakeSlack.Error("missing_scope") };
        slack.Start();

        await slack.UntilAsync(() => slack.Running!.IsCompleted, TimeSpan.FromMilliseconds(250));

        (await slack.Running!).ShouldBeOfType<OpeningRefused>().Error.Code.ShouldBe("missing_scope");
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("ratelimited")]
    [InlineData("something_new")]
    public async Task Tries_again_when_slack_has_trouble(string code)
    {
        await using var slack = new FakeSocketMode();
        var open = slack.Open;
        slack.Open = () => slack.Opened < 4 ? FakeSlack.Error(code) : open();
        slack.Start();

        await slack.LiveAsync(0);

        slack.Opened.ShouldBe(4);
    }

    [Fact]
    public async Task Follows_no_address_where_others_could_listen()
    {
        await using var slack = new FakeSocketMode { Open = () => FakeSocketMode.Ticket("ws://wss.example/link") };
        slack.Start();

        await slack.UntilAsync(() => slack.Opened >= 3, TimeSpan.FromMilliseconds(250));

        slack.Sockets.ShouldBeEmpty();
    }

    [Fact]
    public async Task Closes_everything_when_cancelled()
    {
        await using var slack = new FakeSocketMode(connections: 2);
        await slack.BeLiveAsync();
        await slack.LiveAsync(1);

        await slack.CancelAsync();
        await slack.UntilAsync(() => slack.Running!.IsCompleted, TimeSpan.FromMilliseconds(250));

        await Should.ThrowAsync<OperationCanceledException>(() => slack.Running!);
        slack.Sockets.ShouldAllBe(socket => socket.Closed);
        slack.Client.LiveConnections.ShouldBe(0);
    }
}
