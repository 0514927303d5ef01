using TalksBot.Core.Leads;

namespace TalksBot.Core.Tests.Leads;

/// <summary>When a feed is looked at again.</summary>
public sealed class PollPlanTests
{
    private static readonly Instant Now = Instant.FromUtc(1995, 6, 27, 14, 0);

    private readonly PollPlan _plan = new(Duration.FromMinutes(10), Chance: 0);

    [Theory]
    [InlineData(null, null, null, 10)]
    [InlineData(5, null, null, 10)]
    [InlineData(60, null, null, 60)]
    [InlineData(null, "public, max-age=1800", null, 30)]
    [InlineData(60, "max-age=1800", null, 60)]
    [InlineData(null, "no-cache", "Tue, 27 Jun 1995 14:45:00 GMT", 45)]
    [InlineData(null, "max-age=60", "Tue, 27 Jun 1995 20:00:00 GMT", 10)]
    [InlineData(null, null, "0", 10)]
    [InlineData(null, null, "Tue, 27 Jun 1995 13:00:00 GMT", 10)]
    [InlineData(null, "max-age=99999999", null, 1440)]
    [InlineData(null, "max-age=9999999999999", null, 10)]
    public void The_longest_of_what_everybody_asks_for_holds(int? rest, string? cacheControl, string? expires, int minutes) =>
        _plan.AfterReading(Now, rest is { } minute ? Duration.FromMinutes(minute) : null, cacheControl, expires, "Tue, 27 Jun 1995 14:00:00 GMT").ShouldBe(Now + Duration.FromMinutes(minutes));

    [Theory]
    [InlineData(1, null, 10)]
    [InlineData(2, null, 20)]
    [InlineData(4, null, 80)]
    [InlineData(100, null, 640)]
    [InlineData(1, "7200", 120)]
    [InlineData(1, "60", 10)]
    [InlineData(1, "Tue, 27 Jun 1995 16:00:00 GMT", 120)]
    [InlineData(1, "soon", 10)]
    public void What_fails_is_left_alone_longer_and_longer(int failures, string? retryAfter, int minutes) =>
        _plan.AfterFailure(Now, failures, retryAfter).ShouldBe(Now + Duration.FromMinutes(minutes));

    [Fact]
    public void Looks_are_spread_and_never_earlier() =>
        (_plan with { Chance = 1 }).AfterReading(Now, rest: null, cacheControl: null, expires: null, date: null).ShouldBe(Now + Duration.FromMinutes(11));
}
