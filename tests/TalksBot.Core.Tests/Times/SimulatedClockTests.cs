using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>The clock that moves only when told.</summary>
public sealed class SimulatedClockTests
{
    private readonly SimulatedClock _clock = new(Given.Tuesday);
    private readonly List<(string Name, Instant At)> _fired = [];

    [Fact]
    public void It_stands_where_it_was_put_for_everyone()
    {
        _clock.GetCurrentInstant().ShouldBe(Given.Tuesday);
        _clock.GetUtcNow().ShouldBe(Given.Tuesday.ToDateTimeOffset());
        new TimeProviderClock(_clock).GetCurrentInstant().ShouldBe(Given.Tuesday);
    }

    [Fact]
    public void Stopwatches_measure_simulated_time()
    {
        var started = _clock.GetTimestamp();

        _clock.Advance(Duration.FromHours(36));

        _clock.GetElapsedTime(started).ShouldBe(TimeSpan.FromHours(36));
    }

    [Fact]
    public void It_never_goes_back()
    {
        _clock.AdvanceTo(Given.Tuesday - Duration.FromHours(1));

        _clock.GetCurrentInstant().ShouldBe(Given.Tuesday);
    }

    [Fact]
    public void Timers_fire_in_due_order_each_at_its_own_moment()
    {
        Start("late", minutes: 20);
        Start("early", minutes: 10);
        Start("early too", minutes: 10);
        Start("after", minutes: 31);

        _clock.Advance(Duration.FromMinutes(30));

        _fired.ShouldBe([("early", Minute(10)), ("early too", Minute(10)), ("late", Minute(20))]);
        _clock.GetCurrentInstant().ShouldBe(Minute(30));
        _clock.NextTimer.ShouldBe(Minute(31));
    }

    [Fact]
    public void A_timer_due_at_the_very_end_fires()
    {
        Start("end", minutes: 30);

        _clock.AdvanceTo(Minute(30));

        _fired.ShouldBe([("end", Minute(30))]);
        _clock.NextTimer.ShouldBeNull();
    }

    [Fact]
    public void A_periodic_timer_fires_at_every_period_passed()
    {
        Start("tick", minutes: 1, period: 10);

        _clock.Advance(Duration.FromMinutes(25));

        _fired.Select(fired => fired.At).ShouldBe([Minute(1), Minute(11), Minute(21)]);
        _clock.NextTimer.ShouldBe(Minute(31));
    }

    [Fact]
    public void A_timer_started_by_another_fires_within_the_same_advance()
    {
        using var first = _clock.CreateTimer(_ => Start("second", minutes: 5), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);

        _clock.Advance(Duration.FromMinutes(30));

        _fired.ShouldBe([("second", Minute(10))]);
    }

    [Fact]
    public void A_changed_timer_counts_from_the_change()
    {
        var timer = Start("moved", minutes: 10);
        _clock.Advance(Duration.FromMinutes(5));

        timer.Change(TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan).ShouldBeTrue();
        _clock.Advance(Duration.FromMinutes(30));

        _fired.ShouldBe([("moved", Minute(15))]);
    }

    [Fact]
    public void A_disposed_timer_never_fires_and_cannot_be_changed()
    {
        var timer = Start("gone", minutes: 10);

        timer.Dispose();
        _clock.Advance(Duration.FromMinutes(30));

        _fired.ShouldBeEmpty();
        timer.Change(TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan).ShouldBeFalse();
        _clock.NextTimer.ShouldBeNull();
    }

    [Fact]
    public void A_timer_can_dispose_itself_while_it_fires()
    {
        ITimer? timer = null;
        timer = _clock.CreateTimer(_ => timer!.Dispose(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

        _clock.Advance(Duration.FromMinutes(30));

        _clock.NextTimer.ShouldBeNull();
    }

    [Fact]
    public async Task A_timer_due_at_once_fires_without_an_advance()
    {
        var fired = new TaskCompletionSource();

        await using var timer = _clock.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await fired.Task.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData((double)uint.MaxValue)]
    public void A_wait_that_no_timer_accepts_is_refused(double milliseconds) =>
        Should.Throw<ArgumentOutOfRangeException>(
            () => _clock.CreateTimer(_ => { }, null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan));

    [Fact]
    public async Task A_delay_ends_when_the_clock_gets_there()
    {
        var delay = Task.Delay(TimeSpan.FromHours(3), _clock, TestContext.Current.CancellationToken);

        _clock.Advance(Duration.FromHours(3) - Duration.FromMilliseconds(1));
        delay.IsCompleted.ShouldBeFalse();
        _clock.Advance(Duration.FromMilliseconds(1));

        await delay;
    }

    [Fact]
    public async Task A_periodic_timer_of_the_framework_ticks()
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMinutes(15), _clock);

        var tick = ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        _clock.Advance(Duration.FromMinutes(15));

        (await tick).ShouldBeTrue();
    }

    [Fact]
    public async Task Timers_may_come_and_go_on_many_threads_while_it_moves()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var fired = 0;
        var threads = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var count = 0; count < 500; count++)
            {
                var timer = _clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromSeconds(1 + (count % 7)), Timeout.InfiniteTimeSpan);
                if (count % 2 == 0)
                {
                    timer.Dispose();
                }
            }
        }, cancelled));
        var moving = Task.Run(() => Enumerable.Range(0, 200).ToList().ForEach(_ => _clock.Advance(Duration.FromSeconds(1))), cancelled);

        await Task.WhenAll(threads.Append(moving));
        _clock.Advance(Duration.FromMinutes(1));

        fired.ShouldBeGreaterThanOrEqualTo(1000);
        _clock.NextTimer.ShouldBeNull();
    }

    private static Instant Minute(int minute) => Given.Tuesday + Duration.FromMinutes(minute);

    private ITimer Start(string name, int minutes, int? period = null) => _clock.CreateTimer(
        _ => _fired.Add((name, _clock.GetCurrentInstant())),
        null,
        TimeSpan.FromMinutes(minutes),
        period is { } length ? TimeSpan.FromMinutes(length) : Timeout.InfiniteTimeSpan);
}
