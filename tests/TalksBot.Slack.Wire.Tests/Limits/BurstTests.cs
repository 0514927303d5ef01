using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Slack.Wire.Limits;

namespace TalksBot.Slack.Wire.Tests.Limits;

public sealed class BurstTests
{
    // 60 channels at one a second: the first 300 take five rounds, the other 300 begin a minute later.
    private static readonly TimeSpan _leastUnderTheCeiling = TimeSpan.FromSeconds(64);

    // Ten rounds, the first at once.
    private static readonly TimeSpan _leastByChannel = TimeSpan.FromSeconds(9);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 5)]
    [InlineData(40, 55)]
    public void Sends_six_hundred_posts_over_sixty_channels_as_fast_as_the_ceiling_allows(int nearest, int farthest)
    {
        var time = new FakeTimeProvider();
        var random = new Random(7);
        using var limiter = new RateLimiter(FakeSlack.Options, time);
        var server = new CountedServer(
            time, limiter, () => TimeSpan.FromMilliseconds(random.Next(nearest, farthest + 1)));
        var turns = Enumerable.Range(0, 600).Select(n => Post(limiter, n % 60)).ToList();

        var took = server.Run(turns, Token);

        server.Refused.ShouldBe(0);
        took.ShouldBeLessThan(_leastUnderTheCeiling * 1.05);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(40, 55)]
    public void Sends_them_as_fast_as_the_channels_allow_where_there_is_no_ceiling(int nearest, int farthest)
    {
        var time = new FakeTimeProvider();
        var random = new Random(7);
        using var limiter = new RateLimiter(FakeSlack.Options with { PostsPerMinute = 0 }, time);
        var server = new CountedServer(
            time, limiter, () => TimeSpan.FromMilliseconds(random.Next(nearest, farthest + 1)))
        {
            PerMinute = int.MaxValue,
        };
        var turns = Enumerable.Range(0, 600).Select(n => Post(limiter, n % 60)).ToList();

        var took = server.Run(turns, Token);

        server.Refused.ShouldBe(0);
        took.ShouldBeLessThan(_leastByChannel * 1.05);
    }

    [Fact]
    public void Never_runs_into_a_limit_on_an_uneven_line()
    {
        var time = new FakeTimeProvider();
        var random = new Random(7);
        using var limiter = new RateLimiter(FakeSlack.Options, time);
        var server = new CountedServer(time, limiter, () => TimeSpan.FromMilliseconds(random.Next(5, 150)));
        var turns = Enumerable.Range(0, 400).Select(n => Post(limiter, n % 20)).ToList();

        server.Run(turns, Token);

        server.Refused.ShouldBe(0);
    }

    [Fact]
    public void Is_not_misled_by_a_slow_start()
    {
        var time = new FakeTimeProvider();
        var ways = 0;
        using var limiter = new RateLimiter(FakeSlack.Options, time);
        var server = new CountedServer(time, limiter, () => TimeSpan.FromMilliseconds(++ways <= 50 ? 190 : 2));
        var turns = Enumerable.Range(0, 280).Select(n => Post(limiter, n % 20)).ToList();

        server.Run(turns, Token);

        server.Refused.ShouldBe(0);
    }

    [Theory]
    [InlineData((int)Tier.Two)]
    [InlineData((int)Tier.Three)]
    [InlineData((int)Tier.Four)]
    public void Keeps_a_tiers_pace_in_any_minute_and_in_any_tenth_of_one(int perMinute)
    {
        var time = new FakeTimeProvider();
        var random = new Random(7);
        using var limiter = new RateLimiter(FakeSlack.Options, time);
        var server = new CountedServer(time, limiter, () => TimeSpan.FromMilliseconds(random.Next(5, 60)))
        {
            PerLane = (perMinute / 10, TimeSpan.FromSeconds(6)),
            PerMinute = perMinute,
        };
        var turns = Enumerable.Range(0, perMinute * 3)
            .Select(_ => limiter.Queue(new("some.method", ""), (Tier)perMinute, 0))
            .ToList();

        var took = server.Run(turns, Token);

        server.Refused.ShouldBe(0);
        took.ShouldBeLessThan(TimeSpan.FromMinutes(3) * 1.05);
    }

    [Fact]
    public void Sends_the_most_pressing_first_and_equals_in_order()
    {
        var time = new FakeTimeProvider();
        using var limiter = new RateLimiter(FakeSlack.Options, time);
        var server = new CountedServer(time, limiter, () => TimeSpan.FromMilliseconds(3));
        int[] priorities = [5, 2, 9, 2, 0, 5];
        var turns = priorities.Select(priority => Post(limiter, 1, priority)).ToList();

        server.Run(turns, Token);

        // The first had gone before the others came.
        server.Arrived.Select(turn => turns.IndexOf(turn)).ShouldBe([0, 4, 1, 3, 5, 2]);
    }

    [Fact]
    public void Lets_the_most_pressing_channel_have_the_last_places_of_a_minute()
    {
        var time = new FakeTimeProvider();
        using var limiter = new RateLimiter(FakeSlack.Options with { PostsPerMinute = 2 }, time);
        var server = new CountedServer(time, limiter, () => TimeSpan.FromMilliseconds(3)) { PerMinute = 2 };
        int[] priorities = [7, 7, 7, 7, 1, 1];
        var turns = priorities.Select((priority, channel) => Post(limiter, channel, priority)).ToList();

        server.Run(turns, Token);

        server.Arrived.Select(turn => turns.IndexOf(turn)).ShouldBe([0, 1, 4, 5, 2, 3]);
        server.Refused.ShouldBe(0);
    }

    private static Turn Post(RateLimiter limiter, int channel, int priority = 0) =>
        limiter.Queue(new("chat.postMessage", channel.ToString(CultureInfo.InvariantCulture)), Tier.Posting, priority);
}
