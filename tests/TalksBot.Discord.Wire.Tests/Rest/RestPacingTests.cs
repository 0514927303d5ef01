using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Discord.Wire.Limits;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;
using TalksBot.Testing;

namespace TalksBot.Discord.Wire.Tests.Rest;

public sealed class RestPacingTests
{
    private const string Limited = """{"message":"limited","retry_after":2.5,"global":false}""";

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("user", "0")]
    [InlineData("user", "3")]
    [InlineData("shared", "3")]
    [InlineData("global", "3")]
    public async Task Sends_again_after_the_wait_a_refusal_asked_for(string scope, string remaining)
    {
        var refusals = 1;
        var discord = new FakeDiscord(_ => refusals-- > 0
            ? FakeDiscord.Json(429, Limited, ("X-RateLimit-Scope", scope), ("X-RateLimit-Remaining", remaining))
            : FakeDiscord.Json(200, FakeDiscord.Message));
        using var rest = discord.Rest(_time);

        var posting = rest.Messages.CreateAsync(new(1), new() { Content = "x" }, Token);
        await Eventually.IsTrueAsync(() => refusals == 0);
        await PushUntilAsync(posting);

        (await posting).ShouldBeOfType<Answered<DiscordMessage>>();
        (_time.GetUtcNow() - _time.Start).ShouldBeInRange(TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(4));
        discord.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Gives_up_on_a_limit_that_does_not_let_go()
    {
        var discord = new FakeDiscord(_ => FakeDiscord.Json(429, Limited, ("X-RateLimit-Scope", "user")));
        using var rest = discord.Rest(_time);

        var posting = rest.Messages.CreateAsync(new(1), new() { Content = "x" }, Token);
        await PushUntilAsync(posting);

        (await posting).ShouldBeOfType<Failed<DiscordMessage>>().Failure
            .ShouldBe(new RateLimited(TimeSpan.FromSeconds(2.5), LimitScope.Request));
        discord.Requests.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("user", "3")]
    [InlineData("user", "0")]
    [InlineData("shared", "0")]
    [InlineData("global", "0")]
    public async Task Does_not_run_into_a_limit_that_names_no_time_again_and_again(string scope, string remaining)
    {
        var discord = new FakeDiscord(_ => FakeDiscord.Json(
            429, """{"message":"limited","retry_after":0,"global":false}""", ("X-RateLimit-Scope", scope), ("X-RateLimit-Remaining", remaining)));
        using var rest = discord.Rest(_time);
        var until = _time.GetUtcNow() + TimeSpan.FromMinutes(1);
        while (_time.GetUtcNow() < until)
        {
            var posting = rest.Messages.CreateAsync(new(1), new() { Content = "x" }, Token);
            await PushUntilAsync(posting);
            _time.Advance(((RateLimited)((Failed<DiscordMessage>)await posting).Failure).RetryAfter);
        }

        discord.Requests.Count.ShouldBeLessThan(14);
    }

    [Fact]
    public async Task Leaves_an_edit_of_an_old_message_alone_and_lets_everything_else_go()
    {
        var discord = new FakeDiscord(request => request.Method == HttpMethod.Patch
            ? FakeDiscord.Json(429, """{"message":"old","retry_after":6,"global":false,"code":30046}""", ("X-RateLimit-Scope", "user"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset-After", "6"), ("X-RateLimit-Bucket", "b"))
            : FakeDiscord.Json(200, FakeDiscord.Message, ("X-RateLimit-Bucket", "b")));
        using var rest = discord.Rest(_time);

        var edit = await rest.Messages.EditAsync(new(1), new(7), new() { Content = "x" }, Token);
        var post = await rest.Messages.CreateAsync(new(1), new() { Content = "x" }, Token);

        edit.ShouldBeOfType<Failed<DiscordMessage>>().Failure.ShouldBeOfType<RateLimited>().Code.ShouldBe(DiscordErrorCode.TooManyOldEdits);
        post.ShouldBeOfType<Answered<DiscordMessage>>();
    }

    [Fact]
    public async Task Survives_a_refusal_that_is_a_page()
    {
        var refusals = 1;
        var discord = new FakeDiscord(_ => refusals-- > 0
            ? FakeDiscord.Text(429, "<html>slow down</html>", "text/html")
            : FakeDiscord.Json(200, FakeDiscord.Message));
        using var rest = discord.Rest(_time);

        var posting = rest.Messages.CreateAsync(new(1), new() { Content = "x" }, Token);
        await PushUntilAsync(posting);

        (await posting).ShouldBeOfType<Answered<DiscordMessage>>();
    }

    [Fact]
    public async Task Calls_an_answer_lost_when_it_outlasts_the_timeout()
    {
        using var rest = new DiscordRest(
            new HttpClient(new SilentDiscord()),
            FakeDiscord.Options,
            _time,
            NullLogger<DiscordRest>.Instance);

        var posting = rest.Messages.CreateAsync(new(1), new() { Content = "x" }, Token);
        await PushUntilAsync(posting);

        (await posting).ShouldBeOfType<Failed<DiscordMessage>>().Failure.ShouldBeOfType<Ambiguous>();
    }

    private async Task PushUntilAsync(Task done)
    {
        await Eventually.IsTrueAsync(() =>
        {
            _time.Advance(done.IsCompleted ? TimeSpan.Zero : TimeSpan.FromMilliseconds(50));
            return done.IsCompleted;
        });
    }

    private sealed class SilentDiscord : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.ReadAsStringAsync(cancellationToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new();
        }
    }
}
