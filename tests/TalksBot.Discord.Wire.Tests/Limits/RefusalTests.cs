using System.Net;
using System.Text;
using TalksBot.Discord.Wire.Limits;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Tests.Limits;

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

        var reading = RateLimitReading.Of(response, Encoding.UTF8.GetBytes(Plain), roundTrip: null, DateTimeOffset.UnixEpoch);

        reading.Limited.ShouldBe(new(TimeSpan.FromSeconds(0.25), scope));
    }

    [Fact]
    public void Believes_a_body_that_says_global()
    {
        using var response = Response(429, "");

        var reading = RateLimitReading.Of(response, """{"retry_after":1,"global":true}"""u8.ToArray(), roundTrip: null, DateTimeOffset.UnixEpoch);

        reading.Limited!.Scope.ShouldBe(LimitScope.Global);
    }

    [Fact]
    public void Takes_the_header_when_the_body_is_a_page()
    {
        using var response = Response(429, "Retry-After: 17");

        var reading = RateLimitReading.Of(response, "<html>"u8.ToArray(), roundTrip: null, DateTimeOffset.UnixEpoch);

        reading.Limited.ShouldBe(new(TimeSpan.FromSeconds(17), LimitScope.Edge));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("\"2.5\"", 2.5)]
    [InlineData("-3", 1)]
    [InlineData("\"soon\"", 1)]
    [InlineData("null", 1)]
    [InlineData("{}", 1)]
    [InlineData("\"NaN\"", 1)]
    [InlineData("1e400", 1)]
    [InlineData("\"Infinity\"", 1)]
    [InlineData("1e12", 900)]
    [InlineData("31536000", 900)]
    public void Believes_a_wait_as_far_as_it_makes_sense(string asked, double seconds)
    {
        using var response = Response(429, "X-RateLimit-Scope: user");

        var reading = RateLimitReading.Of(
            response, Encoding.UTF8.GetBytes($$"""{"message":"limited","retry_after":{{asked}},"global":false}"""), roundTrip: null, DateTimeOffset.UnixEpoch);

        reading.Limited!.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("Retry-After: Thu, 01 Jan 1970 00:00:20 GMT", 20)]
    [InlineData("Retry-After: Wed, 31 Dec 1969 23:00:00 GMT", 0)]
    [InlineData("Retry-After: 0.5", 0.5)]
    [InlineData("Retry-After: -7", 5)]
    [InlineData("Retry-After: tomorrow", 5)]
    [InlineData("Retry-After: 86400", 900)]
    public void Reads_the_header_in_every_form(string header, double seconds)
    {
        using var response = Response(429, header);

        var reading = RateLimitReading.Of(response, "<html>"u8.ToArray(), roundTrip: null, DateTimeOffset.UnixEpoch);

        reading.Limited.ShouldBe(new(TimeSpan.FromSeconds(seconds), LimitScope.Edge));
    }

    [Fact]
    public void Takes_the_limit_of_old_edits_for_the_messages_own_whatever_its_headers_say()
    {
        using var response = Response(429, "X-RateLimit-Scope: user; X-RateLimit-Bucket: b; X-RateLimit-Remaining: 0; X-RateLimit-Reset-After: 6");

        var reading = RateLimitReading.Of(response, """{"retry_after":6,"global":false,"code":30046}"""u8.ToArray(), roundTrip: null, DateTimeOffset.UnixEpoch);

        reading.Limited.ShouldBe(new RateLimited(TimeSpan.FromSeconds(6), LimitScope.Request) { Code = DiscordErrorCode.TooManyOldEdits });
        (reading.Remaining, reading.ResetAfter).ShouldBe((null, null));
    }

    [Theory]
    [InlineData("X-RateLimit-Scope: user; X-RateLimit-Remaining: 0", LimitScope.Bucket)]
    [InlineData("X-RateLimit-Scope: shared; X-RateLimit-Remaining: 0", LimitScope.Shared)]
    [InlineData("X-RateLimit-Remaining: 0", LimitScope.Global)]
    public void Believes_a_scope_that_is_named_before_the_body(string headers, LimitScope scope)
    {
        using var response = Response(429, headers);

        RateLimitReading.Of(response, """{"retry_after":1,"global":true}"""u8.ToArray(), roundTrip: null, DateTimeOffset.UnixEpoch).Limited!.Scope.ShouldBe(scope);
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

        RateLimitReading.Of(response, Encoding.UTF8.GetBytes(Plain), roundTrip: null, DateTimeOffset.UnixEpoch).Invalid.ShouldBe(invalid);
    }

    [Fact]
    public void Reads_what_is_left_and_when_it_comes_back()
    {
        using var response = Response(
            200,
            "X-RateLimit-Bucket: abcd; X-RateLimit-Remaining: 4; X-RateLimit-Reset-After: 4.998; X-RateLimit-Reset: 1470173023.123");

        var reading = RateLimitReading.Of(response, [], roundTrip: null, DateTimeOffset.UnixEpoch);

        reading.ShouldBe(new()
        {
            Bucket = "abcd",
            Remaining = 4,
            ResetAfter = TimeSpan.FromSeconds(4.998),
            Reset = 1470173023.123,
            Answered = true,
        });
    }

    [Fact]
    public void Ignores_headers_that_make_no_sense()
    {
        using var response = Response(200, "X-RateLimit-Remaining: many; X-RateLimit-Reset-After: -3; X-RateLimit-Reset: NaN");

        RateLimitReading.Of(response, [], roundTrip: null, DateTimeOffset.UnixEpoch).ShouldBe(RateLimitReading.None with { Answered = true });
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
