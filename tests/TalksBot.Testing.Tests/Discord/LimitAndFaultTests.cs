using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class LimitAndFaultTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Lets_five_posts_through_in_five_seconds()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { Time = clock });
        for (var i = 0; i < 5; i++)
        {
            (await rig.PostAsync("x")).Headers["X-RateLimit-Remaining"].ShouldBe((4 - i).ToString(CultureInfo.InvariantCulture));
        }

        clock.Advance(TimeSpan.FromSeconds(1.5));
        var sixth = await rig.PostAsync("x");
        clock.Advance(TimeSpan.FromSeconds(3.5));
        var later = await rig.PostAsync("x");

        sixth.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (sixth.Headers["Retry-After"], (double)sixth.Body!["retry_after"]!, sixth.Headers["X-RateLimit-Scope"]).ShouldBe(("4", 3.5, "user"));
        later.Status.ShouldBe(HttpStatusCode.OK);
        rig.Discord.Stats.TooManyRequests.ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_a_bucket_per_channel_under_one_hash()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { Time = clock, PostLimit = new(1, TimeSpan.FromSeconds(5)) });
        var other = rig.Discord.AddChannel(rig.Guild, "other");

        var first = await rig.PostAsync("x");
        var elsewhere = await rig.SendAsync(HttpMethod.Post, $"channels/{other}/messages", """{"content":"x"}""");

        elsewhere.Status.ShouldBe(HttpStatusCode.OK);
        elsewhere.Headers["X-RateLimit-Bucket"].ShouldBe(first.Headers["X-RateLimit-Bucket"]);
    }

    [Fact]
    public async Task Stops_everything_at_the_global_limit()
    {
        var clock = new FakeTimeProvider(Noon);
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { Time = clock, GlobalLimit = new(2, TimeSpan.FromSeconds(1)) });
        await rig.GetAsync("users/@me");
        await rig.GetAsync("users/@me");

        var third = await rig.GetAsync("applications/@me");

        third.Headers["X-RateLimit-Global"].ShouldBe("true");
        ((bool)third.Body!["global"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Shows_that_a_limit_is_the_apis_own_and_no_ban()
    {
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { PostLimit = new(1, TimeSpan.FromSeconds(5)) });
        rig.Discord.Faults.Add(new RestFault(RestFaultKind.RateLimited));
        rig.Discord.Faults.Add(new RestFault(RestFaultKind.HtmlTooMany));

        var (asked, ban, _, own) = (await rig.PostAsync("x"), await rig.PostAsync("x"), await rig.PostAsync("x"), await rig.PostAsync("x"));

        own.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (asked.Headers.GetValueOrDefault("Via"), ban.Headers.GetValueOrDefault("Via"), own.Headers.GetValueOrDefault("Via")).ShouldBe(("1.1 google", null, "1.1 google"));
    }

    [Fact]
    public async Task Limits_without_warning_on_demand()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(RestFaultKind.RateLimited) { Scope = "shared", Wait = TimeSpan.FromSeconds(2) });

        var answer = await rig.PostAsync("x");

        answer.Headers["X-RateLimit-Scope"].ShouldBe("shared");
        (await rig.PostAsync("x")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(RestFaultKind.HtmlTooMany, HttpStatusCode.TooManyRequests, "text/html")]
    [InlineData(RestFaultKind.BadGateway, HttpStatusCode.BadGateway, "text/html")]
    [InlineData(RestFaultKind.CloudflareBlock, HttpStatusCode.Forbidden, "application/json")]
    [InlineData(RestFaultKind.Overloaded, HttpStatusCode.ServiceUnavailable, "application/json")]
    public async Task Answers_as_a_proxy_would_on_demand(RestFaultKind kind, HttpStatusCode status, string type)
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(kind));

        using var response = await rig.Http.GetAsync(new Uri("users/@me", UriKind.Relative), Rig.Token);

        (response.StatusCode, response.Content.Headers.ContentType?.MediaType).ShouldBe((status, type));
        response.Headers.Contains("X-RateLimit-Limit").ShouldBeFalse();
    }

    [Fact]
    public async Task Commits_a_post_and_drops_the_connection()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.DropAfterCommit();
        const string body = """{"content":"x","nonce":"n","enforce_nonce":true}""";

        await Should.ThrowAsync<HttpRequestException>(() => rig.SendAsync(HttpMethod.Post, rig.Posts, body));
        var again = await rig.SendAsync(HttpMethod.Post, rig.Posts, body);

        again.Id.ShouldBe($"{rig.Discord.Messages(rig.Channel).ShouldHaveSingleItem().Id}");
    }

    [Fact]
    public async Task Drops_the_connection_before_anything_is_done()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(RestFaultKind.DropBeforeCommit));

        await Should.ThrowAsync<HttpRequestException>(() => rig.PostAsync("x"));

        rig.Discord.Messages(rig.Channel).ShouldBeEmpty();
    }
}
