using Microsoft.Extensions.Time.Testing;
using TalksBot.Discord.Wire.Limits;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Tests.Wire;

public sealed class RateLimiterTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly RateLimiter _limiter;

    public RateLimiterTests() => _limiter = new(FakeDiscord.Options with { GlobalPerSecond = 2 }, _time);

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public void Sends_one_request_of_an_unknown_bucket_and_waits_for_what_it_learns()
    {
        var first = Ask(Post("1"));
        var second = Ask(Post("1"));

        first.Come.IsCompleted.ShouldBeTrue();
        second.Come.IsCompleted.ShouldBeFalse();

        _limiter.Finish(first, Learned("b", remaining: 4));

        second.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Waits_for_the_bucket_to_reset_once_it_is_empty()
    {
        _limiter.Finish(Ask(Post("1")), Learned("b", remaining: 0));

        var next = Ask(Post("1"));

        Push(4.9);
        next.Come.IsCompleted.ShouldBeFalse();
        Push(0.2);
        next.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Counts_channels_apart()
    {
        _limiter.Finish(Ask(Post("1")), Learned("b", remaining: 0));

        Ask(Post("2")).Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Counts_routes_of_one_bucket_together()
    {
        _limiter.Finish(Ask(Edit("1")), Learned("b", remaining: 3));
        Push(2);
        _limiter.Finish(Ask(Post("1")), Learned("b", remaining: 0));

        Ask(Edit("1")).Come.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Keeps_the_order_of_requests_that_waited_for_their_bucket_to_be_known()
    {
        _limiter.Finish(Ask(Edit("1")), Learned("b", remaining: 0));
        Push(2);
        var learning = Ask(Post("1"));
        var older = Ask(Post("1"));
        var newer = Ask(Edit("1"));

        _limiter.Finish(learning, Learned("b", remaining: 0, window: 2));
        Push(5.1);

        older.Come.IsCompleted.ShouldBeTrue();
        newer.Come.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Takes_the_earliest_reset_that_answers_of_one_window_gave()
    {
        _limiter.Finish(Ask(Post("1")), Learned("b", remaining: 1));
        Push(1);
        _limiter.Finish(Ask(Post("1")), Learned("b", remaining: 0));

        var next = Ask(Post("1"));

        Push(4.1);
        next.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Sends_no_more_in_a_second_than_all_routes_may()
    {
        var first = Ask(Post("1"));
        var second = Ask(Post("2"));
        var third = Ask(Post("3"));
        _limiter.Finish(first, RateLimitReading.None);
        _limiter.Finish(second, RateLimitReading.None);

        Push(0.9);
        third.Come.IsCompleted.ShouldBeFalse();
        Push(0.2);
        third.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Gives_the_place_of_a_request_that_never_left_to_the_next()
    {
        var first = Ask(Post("1"));
        Ask(Post("2"));
        var third = Ask(Post("3"));

        _limiter.Finish(first, reading: null);

        third.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Never_holds_an_interaction_back_for_posts()
    {
        _limiter.Finish(Ask(Post("1")), Refused(LimitScope.Global));
        Ask(Post("2"));

        Ask(Callback("a")).Come.IsCompleted.ShouldBeTrue();
        Ask(Callback("b")).Come.IsCompleted.ShouldBeTrue();
        Ask(Callback("c")).Come.IsCompleted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(LimitScope.Global)]
    [InlineData(LimitScope.Edge)]
    public void Holds_everything_back_after_a_global_refusal(LimitScope scope)
    {
        _limiter.Finish(Ask(Post("1")), Refused(scope));
        var other = Ask(Post("2"));

        Push(2.9);
        other.Come.IsCompleted.ShouldBeFalse();
        Push(0.2);
        other.Come.IsCompleted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(LimitScope.Bucket)]
    [InlineData(LimitScope.Shared)]
    public void Holds_only_the_bucket_back_after_its_refusal(LimitScope scope)
    {
        _limiter.Finish(Ask(Post("1")), Refused(scope));

        Ask(Post("1")).Come.IsCompleted.ShouldBeFalse();
        Ask(Post("2")).Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Holds_nothing_else_back_after_a_refusal_no_header_announced()
    {
        _limiter.Finish(Ask(Post("1")), Refused(LimitScope.Request));

        Ask(Post("1")).Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Lets_a_refused_request_go_before_those_behind_it()
    {
        var first = Ask(Post("1"));
        var second = Ask(Post("1"));
        _limiter.Finish(first, Refused(LimitScope.Bucket));
        _ = _limiter.WaitAsync(first, TestContext.Current.CancellationToken);

        Push(3.1);

        first.Come.IsCompleted.ShouldBeTrue();
        second.Come.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Tells_those_who_would_wait_too_long()
    {
        _limiter.Finish(Ask(Post("1")), Refused(LimitScope.Shared, seconds: 60));

        var denied = await Ask(Post("1")).Come;

        denied!.Scope.ShouldBe(LimitScope.Shared);
        denied.RetryAfter.ShouldBe(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(0.1));
    }

    [Fact]
    public async Task Leaves_the_queue_when_the_caller_does()
    {
        using var caller = new CancellationTokenSource();
        var first = Ask(Post("1"));
        var second = _limiter.Queue(Post("1"));
        var leaving = _limiter.WaitAsync(second, caller.Token);
        var third = Ask(Post("1"));

        await caller.CancelAsync();
        _limiter.Finish(first, RateLimitReading.None);

        await Should.ThrowAsync<OperationCanceledException>(() => leaving);
        third.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Stops_before_the_invalid_requests_would_ban_the_address()
    {
        using var limiter = new RateLimiter(FakeDiscord.Options with { InvalidRequestCeiling = 2 }, _time);
        for (var n = 0; n < 2; n++)
        {
            var turn = limiter.Queue(Post("1"));
            await limiter.WaitAsync(turn, TestContext.Current.CancellationToken);
            limiter.Finish(turn, new() { Invalid = true });
            Push(60);
        }

        var denied = await limiter.WaitAsync(limiter.Queue(Post("2")), TestContext.Current.CancellationToken);
        Push(8 * 60);
        var later = await limiter.WaitAsync(limiter.Queue(Post("2")), TestContext.Current.CancellationToken);

        denied.ShouldBe(new RateLimited(TimeSpan.FromMinutes(8), LimitScope.InvalidRequests));
        later.ShouldBeNull();
    }

    [Fact]
    public void Forgets_interactions_that_are_over()
    {
        var lanes = new Lanes();

        for (var n = 0; n < 1000; n++)
        {
            lanes.For(Callback($"{n}"), TimeSpan.Zero);
        }

        lanes.Count.ShouldBeLessThan(100);
    }

    private static Route Post(string channel) => Route.Of(HttpMethod.Post, "/channels/{channel}/messages", channel);

    private static Route Edit(string channel) =>
        Route.Of(HttpMethod.Patch, "/channels/{channel}/messages/{message}", channel, "7");

    private static Route Callback(string token) =>
        Route.Of(HttpMethod.Post, "/interactions/{interaction}/{token}/callback", "5", token);

    private RateLimitReading Learned(string bucket, int remaining, double window = 1) => new()
    {
        Bucket = bucket,
        Remaining = remaining,
        ResetAfter = TimeSpan.FromSeconds(5) - (window > 1 ? TimeSpan.Zero : _time.GetUtcNow() - _time.Start),
        Reset = window,
    };

    private static RateLimitReading Refused(LimitScope scope, double seconds = 3) =>
        new() { Bucket = "b", Limited = new(TimeSpan.FromSeconds(seconds), scope), Invalid = scope != LimitScope.Shared };

    private Turn Ask(Route route)
    {
        var turn = _limiter.Queue(route);
        _ = _limiter.WaitAsync(turn, TestContext.Current.CancellationToken);
        return turn;
    }

    private void Push(double seconds) => _time.Advance(TimeSpan.FromSeconds(seconds));
}
