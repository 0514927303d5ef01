using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Wire.Tests.Limits;

/// <summary>Requests wait for the limits that Discord announces.</summary>
public sealed class RateLimiterTests : IDisposable
{
    private readonly LimiterRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void Sends_one_request_of_an_unknown_bucket_and_waits_for_what_it_learns()
    {
        var first = _rig.Ask(LimiterRig.Post("1"));
        var second = _rig.Ask(LimiterRig.Post("1"));

        first.Come.IsCompleted.ShouldBeTrue();
        second.Come.IsCompleted.ShouldBeFalse();

        _rig.Limiter.Finish(first, _rig.Learned("b", remaining: 4));

        second.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Waits_for_the_bucket_to_reset_once_it_is_empty()
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), _rig.Learned("b", remaining: 0));

        var next = _rig.Ask(LimiterRig.Post("1"));

        _rig.Push(4.9);
        next.Come.IsCompleted.ShouldBeFalse();
        _rig.Push(0.2);
        next.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Counts_channels_apart()
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), _rig.Learned("b", remaining: 0));

        _rig.Ask(LimiterRig.Post("2")).Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Counts_routes_of_one_bucket_together()
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Edit("1")), _rig.Learned("b", remaining: 3));
        _rig.Push(2);
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), _rig.Learned("b", remaining: 0));

        _rig.Ask(LimiterRig.Edit("1")).Come.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Keeps_the_order_of_requests_that_waited_for_their_bucket_to_be_known()
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Edit("1")), _rig.Learned("b", remaining: 0));
        _rig.Push(2);
        var learning = _rig.Ask(LimiterRig.Post("1"));
        var older = _rig.Ask(LimiterRig.Post("1"));
        var newer = _rig.Ask(LimiterRig.Edit("1"));

        _rig.Limiter.Finish(learning, _rig.Learned("b", remaining: 0, window: 2));
        _rig.Push(5.1);

        older.Come.IsCompleted.ShouldBeTrue();
        newer.Come.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void Takes_the_earliest_reset_that_answers_of_one_window_gave()
    {
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), _rig.Learned("b", remaining: 1));
        _rig.Push(1);
        _rig.Limiter.Finish(_rig.Ask(LimiterRig.Post("1")), _rig.Learned("b", remaining: 0));

        var next = _rig.Ask(LimiterRig.Post("1"));

        _rig.Push(4.1);
        next.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Sends_no_more_in_a_second_than_all_routes_may()
    {
        var first = _rig.Ask(LimiterRig.Post("1"));
        var second = _rig.Ask(LimiterRig.Post("2"));
        var third = _rig.Ask(LimiterRig.Post("3"));
        _rig.Limiter.Finish(first, RateLimitReading.None);
        _rig.Limiter.Finish(second, RateLimitReading.None);

        _rig.Push(0.9);
        third.Come.IsCompleted.ShouldBeFalse();
        _rig.Push(0.2);
        third.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Gives_the_place_of_a_request_that_never_left_to_the_next()
    {
        var first = _rig.Ask(LimiterRig.Post("1"));
        _rig.Ask(LimiterRig.Post("2"));
        var third = _rig.Ask(LimiterRig.Post("3"));

        _rig.Limiter.Finish(first, reading: null);

        third.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Leaves_the_queue_when_the_caller_does()
    {
        using var caller = new CancellationTokenSource();
        var first = _rig.Ask(LimiterRig.Post("1"));
        var second = _rig.Limiter.Queue(LimiterRig.Post("1"));
        var leaving = _rig.Limiter.WaitAsync(second, caller.Token);
        var third = _rig.Ask(LimiterRig.Post("1"));

        await caller.CancelAsync();
        _rig.Limiter.Finish(first, RateLimitReading.None);

        await Should.ThrowAsync<OperationCanceledException>(() => leaving);
        third.Come.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Forgets_interactions_that_are_over()
    {
        var lanes = new Lanes();

        for (var n = 0; n < 1000; n++)
        {
            lanes.For(LimiterRig.Callback($"{n}"), TimeSpan.Zero);
        }

        lanes.Count.ShouldBeLessThan(100);
    }
}
