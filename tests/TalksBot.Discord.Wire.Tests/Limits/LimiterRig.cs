using Microsoft.Extensions.Time.Testing;
using TalksBot.Discord.Wire.Limits;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Tests.Limits;

/// <summary>A limiter of two requests a second on a clock that is pushed, and what Discord might answer.</summary>
internal sealed class LimiterRig : IDisposable
{
    public LimiterRig() => Limiter = new(FakeDiscord.Options with { GlobalPerSecond = 2 }, Time);

    public FakeTimeProvider Time { get; } = new();

    public RateLimiter Limiter { get; }

    public static Route Post(string channel) => Route.Of(HttpMethod.Post, "/channels/{channel}/messages", channel);

    public static Route Edit(string channel) =>
        Route.Of(HttpMethod.Patch, "/channels/{channel}/messages/{message}", channel, "7");

    public static Route Callback(string token) =>
        Route.Of(HttpMethod.Post, "/interactions/{interaction}/{token}/callback", "5", token);

    public static RateLimitReading Refused(LimitScope scope, double seconds = 3) =>
        new() { Bucket = "b", Limited = new(TimeSpan.FromSeconds(seconds), scope), Invalid = scope != LimitScope.Shared };

    public RateLimitReading Learned(string bucket, int remaining, double window = 1) => new()
    {
        Bucket = bucket,
        Remaining = remaining,
        ResetAfter = TimeSpan.FromSeconds(5) - (window > 1 ? TimeSpan.Zero : Time.GetUtcNow() - Time.Start),
        Reset = window,
    };

    public Turn Ask(Route route)
    {
        var turn = Limiter.Queue(route);
        _ = Limiter.WaitAsync(turn, TestContext.Current.CancellationToken);
        return turn;
    }

    public void Push(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public void Dispose() => Limiter.Dispose();
}
