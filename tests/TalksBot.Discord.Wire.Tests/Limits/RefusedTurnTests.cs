using TalksBot.Discord.Wire.Limits;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Tests.Limits;

/// <summary>What a refusal holds back, and what it does not.</summary>
public sealed class RefusedTurnTests : IDisposable
{
    private readonly LimiterRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Never_holds_an_interaction_back_for_posts()
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), LimiterRig.Refused(LimitScope.Global));
        _rig.Ask(LimiterRig.Post("2"));

        _rig.Ask(LimiterRig.Callback("a")).Come.IsCompleted.ShouldBeTrue();
        _rig.Ask(LimiterRig.Callback("b")).Come.IsCompleted.ShouldBeTrue();
        _rig.Ask(LimiterRig.Callback("c")).Come.IsCompleted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(LimitScope.Global)]
    [InlineData(LimitScope.Edge)]
    public void Holds_everything_back_after_a_global_refusal(LimitScope scope)
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), LimiterRig.Refused(scope));
        var other = _rig.Ask(LimiterRig.Post("2"));

        _rig.Push(2.9);
        other.Come.IsCompleted.ShouldBeFalse();
        _rig.Push(0.2);
        other.Come.IsCompleted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(LimitScope.Bucket)]
    [InlineData(LimitScope.Shared)]
    public void Holds_only_the_bucket_back_after_its_refusal(LimitScope scope)
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), LimiterRig.Refused(scope));

        _rig.Ask(LimiterRig.Post("1")).Come.IsCompleted.ShouldBeFalse();
        _rig.Ask(LimiterRig.Post("2")).Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Holds_nothing_else_back_after_a_refusal_no_header_announced()
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), LimiterRig.Refused(LimitScope.Request));

        _rig.Ask(LimiterRig.Post("1")).Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Lets_a_refused_request_go_before_those_behind_it()
    {
        var first = _rig.Ask(LimiterRig.Post("1"));
        var second = _rig.Ask(LimiterRig.Post("1"));
        _rig.Limiter.Finish(first, LimiterRig.Refused(LimitScope.Bucket));
        _ = _rig.Limiter.WaitAsync(first, TestContext.Current.CancellationToken);

        _rig.Push(3.1);

        first.Come.IsCompleted.ShouldBeTrue();
        second.Come.IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [InlineData(LimitScope.Bucket)]
    [InlineData(LimitScope.Shared)]
    [InlineData(LimitScope.Global)]
    [InlineData(LimitScope.Edge)]
    public async Task A_limit_that_names_no_wait_worth_the_name_is_met_ever_more_seldom(LimitScope scope)
    {
        var requests = 0;
        var turn = _rig.Ask(LimiterRig.Post("1"));
        for (var tenth = 0; tenth < 600; tenth++)
        {
            if (turn.Come.IsCompleted)
            {
                if (await turn.Come is null)
                {
                    requests++;
                    _rig.Limiter.Finish(turn, LimiterRig.Refused(scope, seconds: 0) with { Answered = true });
                }

                turn = _rig.Ask(LimiterRig.Post("1"));
            }

            _rig.Push(0.1);
        }

        requests.ShouldBeInRange(6, 12);
    }

    [Fact]
    public void A_refusal_of_one_request_grows_its_own_wait_too()
    {
        var waits = Enumerable.Range(0, 6)
            .Select(_ => _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), LimiterRig.Refused(LimitScope.Request, seconds: 0) with { Answered = true })!.RetryAfter.TotalSeconds)
            .ToList();

        waits.ShouldBe([0.25, 0.5, 1, 2, 4, 8]);
    }

    [Fact]
    public void An_answer_ends_the_growth()
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), LimiterRig.Refused(LimitScope.Request, seconds: 0) with { Answered = true });
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), new() { Bucket = "b", Answered = true });

        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), LimiterRig.Refused(LimitScope.Request, seconds: 0) with { Answered = true })!.RetryAfter
            .ShouldBe(TimeSpan.FromSeconds(0.25));
    }

    [Fact]
    public void A_probe_that_gets_past_the_edge_opens_it_for_all()
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), LimiterRig.Refused(LimitScope.Edge, seconds: 20));
        var waiting = _rig.Ask(LimiterRig.Post("2"));
        waiting.Come.IsCompleted.ShouldBeFalse();

        _rig.Limiter.Note(RateLimitReading.None with { Answered = true });

        waiting.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Tells_those_who_would_wait_too_long()
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), LimiterRig.Refused(LimitScope.Shared, seconds: 60));

        var denied = await _rig.Ask(LimiterRig.Post("1")).Come;

        denied!.Scope.ShouldBe(LimitScope.Shared);
        denied.RetryAfter.ShouldBe(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(0.1));
    }

    [Fact]
    public async Task Stops_before_the_invalid_requests_would_ban_the_address()
    {
        using var limiter = new RateLimiter(FakeDiscord.Options with { InvalidRequestCeiling = 2 }, _rig.Time);
        for (var n = 0; n < 2; n++)
        {
            var turn = limiter.Queue(LimiterRig.Post("1"));
            await limiter.WaitAsync(turn, TestContext.Current.CancellationToken);
            limiter.Finish(turn, new() { Invalid = true });
            _rig.Push(60);
        }

        var denied = await limiter.WaitAsync(limiter.Queue(LimiterRig.Post("2")), TestContext.Current.CancellationToken);
        _rig.Push(8 * 60);
        var later = await limiter.WaitAsync(limiter.Queue(LimiterRig.Post("2")), TestContext.Current.CancellationToken);

        denied.ShouldBe(new RateLimited(TimeSpan.FromMinutes(8), LimitScope.InvalidRequests));
        later.ShouldBeNull();
    }
}
