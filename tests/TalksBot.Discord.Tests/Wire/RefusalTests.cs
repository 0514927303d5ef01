using System.Net;
using System.Text;
using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Tests.Wire;

public sealed class RefusalTests
{
    private const string Plain = """{"message":"You are being rate limited.","retry_after":0.25,"global":false}""";

    [Theory]
    [InlineData("X-RateLimit-Global: true", LimitScope.Global)]
    [InlineData("X-RateLimit-Scope: global", LimitScope.Global)]
    [InlineData("X-RateLimit-Scope: shared; X-RateLimit-Remaining: 3", LimitScope.Shared)]
    [InlineData("X-RateLimit-Scope: user; X-RateLimit-Remaining: 0", LimitScope.Bucket)]
    [InlineData("X-RateLimit-Scope: user; X-RateLimit-Remaining: 3", LimitScope.Request)]
    [InlineData("", LimitScope.Request)]
    public void Tells_the_limits_apart_by_their_headers(string headers, LimitScope scope)
    {
        using var response = Response(429, headers);

        var reading = RateLimitReading.Of(response, Encoding.UTF8.GetBytes(Plain), roundTrip: null);

        reading.Limited.ShouldBe(new(TimeSpan.FromSeconds(0.25), scope));
    }

    [Fact]
    public void Believes_a_body_that_says_global()
    {
        using var response = Response(429, "");

        var reading = RateLimitReading.Of(response, """{"retry_after":1,"global":true}"""u8.ToArray(), roundTrip: null);

        reading.Limited!.Scope.ShouldBe(LimitScope.Global);
    }

    [Fact]
    public void Takes_the_header_when_the_body_is_a_page()
    {
        using var response = Response(429, "Retry-After: 17");

        var reading = RateLimitReading.Of(response, "<html>"u8.ToArray(), roundTrip: null);

        reading.Limited.ShouldBe(new(TimeSpan.FromSeconds(17), LimitScope.Edge));
    }

    [Theory]
    [InlineData(401, "", true)]
    [InlineData(403, "", true)]
    [InlineData(429, "X-RateLimit-Scope: user", true)]
    [InlineData(429, "X-RateLimit-Scope: shared", false)]
    [InlineData(404, "", false)]
    [InlineData(200, "", false)]
    public void Counts_what_discord_counts_as_invalid(int status, string headers, bool invalid)
    {
        using var response = Response(status, headers);

        RateLimitReading.Of(response, Encoding.UTF8.GetBytes(Plain), roundTrip: null).Invalid.ShouldBe(invalid);
    }

    [Fact]
    public void Reads_what_is_left_and_when_it_comes_back()
    {
        using var response = Response(
            200,
            "X-RateLimit-Bucket: abcd; X-RateLimit-Remaining: 4; X-RateLimit-Reset-After: 4.998; X-RateLimit-Reset: 1470173023.123");

        var reading = RateLimitReading.Of(response, [], roundTrip: null);

        reading.ShouldBe(new()
        {
            Bucket = "abcd",
            Remaining = 4,
            ResetAfter = TimeSpan.FromSeconds(4.998),
            Reset = 1470173023.123,
        });
    }

    [Fact]
    public void Ignores_headers_that_make_no_sense()
    {
        using var response = Response(200, "X-RateLimit-Remaining: many; X-RateLimit-Reset-After: -3; X-RateLimit-Reset: NaN");

        RateLimitReading.Of(response, [], roundTrip: null).ShouldBe(RateLimitReading.None);
    }

    private static HttpResponseMessage Response(int status, string headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        foreach (var header in headers.Split("; ", StringSplitOptions.RemoveEmptyEntries))
        {
            response.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
        }

        return response;
    }
}
