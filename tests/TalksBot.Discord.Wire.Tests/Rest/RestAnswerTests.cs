using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Discord.Wire.Interactions;
using TalksBot.Discord.Wire.Limits;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Tests.Rest;

public sealed class RestAnswerTests
{
    private static readonly Snowflake _channel = new(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_tells_how_far_the_clock_is_ahead()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 28, 3, 30, 0, TimeSpan.Zero));
        using var rest = new FakeDiscord(_ => FakeDiscord.Json(200, FakeDiscord.Bot, ("Date", "Sat, 28 Nov 2026 02:30:00 GMT"))).Rest(time);

        rest.ClockAhead.ShouldBeNull();
        await rest.Application.GetUserAsync(Token);

        rest.ClockAhead.ShouldBe(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task Flattens_the_faults_of_a_form()
    {
        const string body = """
            {"code":50035,"message":"Invalid Form Body","errors":{"_errors":[{"code":1,"message":"whole"}],
             "embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 256 or fewer."}]}}}}}
            """;

        var failure = await PostAsync(_ => FakeDiscord.Json(400, body));

        var error = failure.ShouldBeOfType<Refused>().Error;
        error.ShouldSatisfyAllConditions(
            () => error.Status.ShouldBe(400),
            () => error.Code.ShouldBe(DiscordErrorCode.InvalidFormBody),
            () => error.Message.ShouldBe("Invalid Form Body"),
            () => error.Fields.ShouldBe([new("", "1", "whole"), new("embeds.0.title", "BASE_TYPE_MAX_LENGTH", "Must be 256 or fewer.")]));
    }

    [Theory]
    [InlineData(404, """{"message":"Unknown Channel","code":10003}""", DiscordErrorCode.UnknownChannel)]
    [InlineData(403, """{"message":"Missing Permissions","code":50013}""", DiscordErrorCode.MissingPermissions)]
    [InlineData(403, """{"message":"internal network error","code":40333}""", DiscordErrorCode.CloudflareBlock)]
    [InlineData(413, "<html>too large</html>", DiscordErrorCode.General)]
    [InlineData(400, """["not","an","object"]""", DiscordErrorCode.General)]
    [InlineData(400, """{"code":"fifty","message":7,"errors":{"a":1}}""", DiscordErrorCode.General)]
    public async Task Passes_a_refusal_on_with_its_code(int status, string body, DiscordErrorCode code)
    {
        var failure = await PostAsync(_ => FakeDiscord.Json(status, body));

        failure.ShouldBeOfType<Refused>().Error.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(401, "<html>sign in to the proxy</html>")]
    [InlineData(401, "")]
    [InlineData(401, """{"error":"proxy"}""")]
    public async Task A_401_that_is_no_word_of_discords_says_nothing_about_the_token(int status, string body)
    {
        var first = true;
        var discord = new FakeDiscord(_ =>
        {
            var refuse = first;
            first = false;
            return refuse ? FakeDiscord.Text(status, body, "text/html") : FakeDiscord.Json(200, FakeDiscord.Message);
        });
        using var rest = discord.Rest();

        var refused = await rest.Messages.CreateAsync(_channel, new() { Content = "x" }, Token);
        var next = await rest.Messages.CreateAsync(_channel, new() { Content = "x" }, Token);

        refused.ShouldBeOfType<Failed<DiscordMessage>>().Failure.ShouldBeOfType<Unreachable>();
        next.ShouldBeOfType<Answered<DiscordMessage>>();
        discord.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(200, FakeDiscord.Bot, typeof(Unreachable))]
    [InlineData(502, "<html>", typeof(Ambiguous))]
    [InlineData(403, "<html>", typeof(RateLimited))]
    [InlineData(401, "<html>", typeof(Unreachable))]
    public async Task One_401_ends_nothing_that_a_read_does_not_confirm(int status, string body, Type failure)
    {
        var discord = new FakeDiscord(request => request.Method == HttpMethod.Get
            ? FakeDiscord.Json(status, body)
            : FakeDiscord.Json(401, """{"message":"401: Unauthorized","code":0}"""));
        using var rest = discord.Rest();

        var answer = await rest.Messages.CreateAsync(_channel, new() { Content = "x" }, Token);
        await rest.Messages.CreateAsync(_channel, new() { Content = "x" }, Token);

        answer.ShouldBeOfType<Failed<DiscordMessage>>().Failure.ShouldBeOfType(failure);
        discord.Requests.Count(request => request.Method == HttpMethod.Post).ShouldBe(2);
    }

    [Fact]
    public async Task A_dead_token_is_asked_about_again_after_two_minutes_and_works_by_itself()
    {
        var time = new FakeTimeProvider();
        var dead = true;
        var discord = new FakeDiscord(request => dead
            ? FakeDiscord.Json(401, """{"message":"401: Unauthorized","code":0}""")
            : FakeDiscord.Json(200, request.Method == HttpMethod.Get ? FakeDiscord.Bot : FakeDiscord.Message));
        using var rest = discord.Rest(time);
        for (var minute = 0; minute < 6; minute++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => rest.Messages.CreateAsync(_channel, new() { Content = "x" }, Token)));
            answers.ShouldAllBe(answer => ((Failed<DiscordMessage>)answer).Failure is CredentialsDead);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        // One post and its confirmation at first, then one question every two minutes, however many posts there are.
        discord.Requests.Count.ShouldBeLessThanOrEqualTo(9);
        dead = false;
        time.Advance(TimeSpan.FromMinutes(2));

        (await rest.Messages.CreateAsync(_channel, new() { Content = "x" }, Token)).ShouldBeOfType<Answered<DiscordMessage>>();
    }

    [Fact]
    public async Task Asks_when_to_come_back_and_passes_it_on()
    {
        var failure = await PostAsync(_ => FakeDiscord.Json(503, "", ("Retry-After", "20")));

        failure.ShouldBeOfType<Ambiguous>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("<html>welcome to the hotel</html>")]
    [InlineData("[]")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"channel_id":"1","content":"x"}""")]
    public async Task Does_not_know_what_became_of_a_post_whose_answer_names_no_message(string body) =>
        (await PostAsync(_ => FakeDiscord.Json(200, body))).ShouldBeOfType<Ambiguous>();

    [Fact]
    public async Task Does_not_take_a_page_for_a_deed()
    {
        var discord = new FakeDiscord(_ => FakeDiscord.Text(200, " <html>welcome to the hotel</html>", "text/html"));
        using var rest = discord.Rest();

        (await rest.Pins.PinAsync(_channel, new(7), Token)).ShouldBeOfType<Failed<NoContent>>().Failure.ShouldBeOfType<Ambiguous>();
    }

    [Theory]
    [InlineData(302, typeof(Unreachable))]
    [InlineData(408, typeof(Ambiguous))]
    [InlineData(425, typeof(Ambiguous))]
    public async Task Takes_no_status_of_the_way_for_a_refusal(int status, Type failure) =>
        (await PostAsync(_ => FakeDiscord.Json(status, ""))).ShouldBeOfType(failure);

    [Theory]
    [InlineData(405, "<html>", false)]
    [InlineData(404, "{}", false)]
    [InlineData(400, """{"message":"Cannot send an empty message","code":50006}""", true)]
    public async Task Tells_words_of_discords_from_those_of_what_stands_between(int status, string body, bool isDiscords) =>
        (await PostAsync(_ => FakeDiscord.Json(status, body))).ShouldBeOfType<Refused>().Error.IsDiscords.ShouldBe(isDiscords);

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Does_not_know_what_became_of_a_post_that_met_a_server_error(int status)
    {
        var failure = await PostAsync(_ => FakeDiscord.Text(status, "<html>bad gateway</html>", "text/html"));

        failure.ShouldBeOfType<Ambiguous>().Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.Unknown)]
    public async Task Does_not_know_what_became_of_a_post_whose_answer_was_lost(HttpRequestError error)
    {
        var failure = await PostAsync(_ => throw new HttpRequestException(error));

        failure.ShouldBeOfType<Ambiguous>().Status.ShouldBeNull();
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Knows_that_nothing_was_sent_without_a_connection(HttpRequestError error)
    {
        var failure = await PostAsync(_ => throw new HttpRequestException(error));

        failure.ShouldBeOfType<Unreachable>();
    }

    [Fact]
    public async Task Knows_that_nothing_was_sent_when_nobody_listens()
    {
        var options = FakeDiscord.Options with { ApiUrl = new("http://127.0.0.1:1/api/v10") };
        using var rest = new DiscordRest(
            DiscordRest.NewHttpClient(), options, TimeProvider.System, NullLogger<DiscordRest>.Instance);

        var answer = await rest.Messages.CreateAsync(_channel, new() { Content = "x" }, Token);

        answer.ShouldBeOfType<Failed<DiscordMessage>>().Failure.ShouldBeOfType<Unreachable>();
    }

    [Fact]
    public async Task Does_not_know_what_became_of_a_post_whose_answer_is_no_message()
    {
        var failure = await PostAsync(_ => FakeDiscord.Json(200, """{"id":"""));

        failure.ShouldBeOfType<Ambiguous>().Status.ShouldBe(200);
    }

    [Fact]
    public async Task Sends_nothing_more_once_the_token_is_dead()
    {
        var discord = new FakeDiscord(_ => FakeDiscord.Json(401, """{"message":"401: Unauthorized","code":0}"""));
        using var rest = discord.Rest();

        await rest.Channels.GetAsync(_channel, Token);
        var second = await rest.Messages.CreateAsync(_channel, new() { Content = "x" }, Token);

        second.ShouldBeOfType<Failed<DiscordMessage>>().Failure.ShouldBeOfType<CredentialsDead>();
        discord.Requests.Select(request => request.Address.AbsolutePath).ShouldBe(["/api/v10/channels/1", "/api/v10/users/@me"]);
    }

    [Fact]
    public async Task Does_not_take_an_expired_interaction_for_a_dead_token()
    {
        var discord = new FakeDiscord(request => request.Method == HttpMethod.Patch
            ? FakeDiscord.Json(401, """{"message":"Invalid Webhook Token","code":50027}""")
            : FakeDiscord.Json(200, FakeDiscord.Message));
        using var rest = discord.Rest();
        var interaction = new Interaction(new(5), new(6), InteractionType.Command, new("t"));

        var late = await rest.FollowUps.EditOriginalAsync(interaction, new(), Token);
        var post = await rest.Messages.CreateAsync(_channel, new() { Content = "x" }, Token);

        late.ShouldBeOfType<Failed<DiscordMessage>>().Failure.ShouldBeOfType<Refused>()
            .Error.Code.ShouldBe(DiscordErrorCode.InvalidWebhookToken);
        post.ShouldBeOfType<Answered<DiscordMessage>>();
    }

    [Fact]
    public async Task Takes_a_page_instead_of_an_answer_for_a_limit_at_the_edge()
    {
        var options = FakeDiscord.Options with { Patience = TimeSpan.FromSeconds(1) };

        var failure = await PostAsync(_ => FakeDiscord.Text(403, "<html>blocked</html>", "text/html"), options);

        failure.ShouldBe(new RateLimited(TimeSpan.FromSeconds(5), LimitScope.Edge));
    }

    [Fact]
    public async Task Tells_of_a_limit_that_outlasts_its_patience()
    {
        var failure = await PostAsync(_ => FakeDiscord.Json(
            429,
            """{"message":"limited","retry_after":64.57,"global":false}""",
            ("X-RateLimit-Scope", "shared"),
            ("Retry-After", "65")));

        failure.ShouldBe(new RateLimited(TimeSpan.FromSeconds(64.57), LimitScope.Shared));
    }

    [Fact]
    public async Task Gives_up_when_the_caller_does()
    {
        var discord = new FakeDiscord(_ => FakeDiscord.Nothing());
        using var rest = discord.Rest();
        var caller = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(
            () => rest.Messages.CreateAsync(_channel, new() { Content = "x" }, caller));
    }

    [Fact]
    public async Task Reads_nonces_and_ids_sent_as_numbers()
    {
        const string body = """{"id":7,"channel_id":1,"content":"x","timestamp":"2026-11-23T10:00:00+00:00","nonce":12}""";
        var discord = new FakeDiscord(_ => FakeDiscord.Json(200, body));
        using var rest = discord.Rest();

        var answer = await rest.Messages.GetAsync(_channel, new(7), Token);

        answer.ShouldBeOfType<Answered<DiscordMessage>>().Value.Nonce.ShouldBe("12");
    }

    private static async Task<DiscordFailure> PostAsync(
        Func<SentRequest, HttpResponseMessage> script, DiscordWireOptions? options = null)
    {
        var discord = new FakeDiscord(script);
        using var rest = discord.Rest(options: options);
        var answer = await rest.Messages.CreateAsync(_channel, new() { Content = "x" }, Token);
        return answer.ShouldBeOfType<Failed<DiscordMessage>>().Failure;
    }
}
