using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Discord.Wire.Limits;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Tests.Limits;

public sealed class BurstTests
{
    // 1000 posts at 50 a second: the last fifty may go 19 seconds after the first.
    private static readonly TimeSpan _least = TimeSpan.FromSeconds(19);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 5)]
    [InlineData(40, 55)]
    public void Sends_a_thousand_posts_as_fast_as_the_limits_allow_and_never_runs_into_one(int nearest, int farthest)
    {
        var time = new FakeTimeProvider();
        var random = new Random(7);
        using var limiter = new RateLimiter(FakeDiscord.Options, time);
        var server = new CountedServer(
            time, limiter, () => TimeSpan.FromMilliseconds(random.Next(nearest, farthest + 1)));
        var turns = Enumerable.Range(0, 1000).Select(n => limiter.Queue(Post(n % 50))).ToList();

        var took = server.Run(turns, TestContext.Current.CancellationToken);

        server.Refused.ShouldBe(0);
        took.ShouldBeLessThan(_least * 1.05);
    }

    [Fact]
    public void Loses_no_time_when_the_posts_come_channel_by_channel()
    {
        var time = new FakeTimeProvider();
        using var limiter = new RateLimiter(FakeDiscord.Options, time);
        var server = new CountedServer(time, limiter, () => TimeSpan.FromMilliseconds(2));
        var turns = Enumerable.Range(0, 1000).Select(n => limiter.Queue(Post(n / 20))).ToList();

        var took = server.Run(turns, TestContext.Current.CancellationToken);

        server.Refused.ShouldBe(0);
        took.ShouldBeLessThan(_least * 1.05);
    }

    [Fact]
    public void Never_runs_into_a_limit_on_an_uneven_line()
    {
        var time = new FakeTimeProvider();
        var random = new Random(7);
        using var limiter = new RateLimiter(FakeDiscord.Options, time);
        var server = new CountedServer(time, limiter, () => TimeSpan.FromMilliseconds(random.Next(5, 150)));
        var turns = Enumerable.Range(0, 500).Select(n => limiter.Queue(Post(n % 50))).ToList();

        server.Run(turns, TestContext.Current.CancellationToken);

        server.Refused.ShouldBe(0);
    }

    [Fact]
    public void Is_not_misled_by_a_slow_start()
    {
        var time = new FakeTimeProvider();
        var ways = 0;
        using var limiter = new RateLimiter(FakeDiscord.Options, time);
        var server = new CountedServer(time, limiter, () => TimeSpan.FromMilliseconds(++ways <= 50 ? 190 : 2));
        var turns = Enumerable.Range(0, 300).Select(n => limiter.Queue(Post(n % 50))).ToList();

        server.Run(turns, TestContext.Current.CancellationToken);

        server.Refused.ShouldBe(0);
    }

    [Fact]
    public void Keeps_the_order_within_a_channel()
    {
        var time = new FakeTimeProvider();
        var random = new Random(7);
        using var limiter = new RateLimiter(FakeDiscord.Options, time);
        var server = new CountedServer(time, limiter, () => TimeSpan.FromMilliseconds(random.Next(0, 50)));
        var turns = Enumerable.Range(0, 60).Select(n => limiter.Queue(Post(n % 3))).ToList();

        server.Run(turns, TestContext.Current.CancellationToken);

        foreach (var channel in server.Arrived.GroupBy(turn => turn.Route.Major, StringComparer.Ordinal))
        {
            channel.Select(turn => turn.Number).ShouldBeInOrder();
        }
    }

    private static Route Post(int channel) =>
        Route.Of(
            HttpMethod.Post, "/channels/{channel}/messages", (channel + 1).ToString(CultureInfo.InvariantCulture));
}
