using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Tests.Api;

public sealed class ApiAnswerTests
{
    private static readonly PostDraft _draft = new() { Channel = "C1", Text = "x" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_where_a_post_went()
    {
        var slack = new FakeSlack(_ => FakeSlack.Json(FakeSlack.Posted));
        using var api = slack.Api();

        var answer = await api.Chat.PostAsync(_draft, 0, Token);

        var posted = answer.ShouldBeOfType<Answered<PostedMessage>>().Value;
        (posted.Channel, posted.Ts).ShouldBe(("C1", "1503435956.000247"));
    }

    [Fact]
    public async Task Passes_on_what_is_wrong_with_a_post()
    {
        const string body = """
            {"ok":false,"error":"invalid_blocks","errors":["also this"],
             "response_metadata":{"messages":["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]"]}}
            """;

        var error = (await PostAsync(_ => FakeSlack.Json(body))).ShouldBeOfType<Refused>().Error;

        error.Code.ShouldBe("invalid_blocks");
        error.Messages.ShouldBe(
            ["[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]", "also this"]);
    }

    [Fact]
    public async Task Names_the_scope_that_is_missing()
    {
        const string body = """{"ok":false,"error":"missing_scope","needed":"pins:write","provided":"chat:write"}""";

        var error = (await PostAsync(_ => FakeSlack.Json(body))).ShouldBeOfType<Refused>().Error;

        (error.Needed, error.Provided).ShouldBe(("pins:write", "chat:write"));
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("fatal_error")]
    [InlineData("service_unavailable")]
    [InlineData("request_timeout")]
    public async Task Does_not_know_what_became_of_a_post_that_met_an_error_of_slacks_own(string code) =>
        (await PostAsync(_ => FakeSlack.Error(code))).ShouldBeOfType<Ambiguous>();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Does_not_know_what_became_of_a_post_that_met_a_server_error(int status) =>
        (await PostAsync(_ => FakeSlack.Text(status, "<html>bad gateway</html>")))
            .ShouldBeOfType<Ambiguous>().Status.ShouldBe(status);

    [Theory]
    [InlineData("<html>hello</html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"ok\":\"yes\"}")]
    [InlineData("{\"ok\":true}")]
    [InlineData("{}")]
    [InlineData("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"\"}")]
    [InlineData("{\"ok\":true,\"channel\":\"C1\",\"ts\":17}")]
    [InlineData("{\"ok\":true,\"channel\":\"C1\",\"ts\":")]
    public async Task Does_not_know_what_became_of_a_post_whose_answer_makes_no_sense(string body) =>
        (await PostAsync(_ => FakeSlack.Text(200, body))).ShouldBeOfType<Ambiguous>().Status.ShouldBe(200);

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.Unknown)]
    public async Task Does_not_know_what_became_of_a_post_whose_answer_was_lost(HttpRequestError error) =>
        (await PostAsync(_ => throw new HttpRequestException(error))).ShouldBeOfType<Ambiguous>().Status.ShouldBeNull();

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task Knows_that_nothing_was_sent_without_a_connection(HttpRequestError error) =>
        (await PostAsync(_ => throw new HttpRequestException(error))).ShouldBeOfType<Unreachable>();

    [Fact]
    public async Task Knows_that_nothing_was_sent_when_nobody_listens()
    {
        var options = FakeSlack.Options with { ApiUrl = new("http://127.0.0.1:1/api/") };
        using var http = SlackApi.NewHttpClient();
        using var api = new SlackApi(http, options, TimeProvider.System, NullLogger<SlackApi>.Instance);

        var answer = await api.Chat.PostAsync(_draft, 0, Token);

        answer.ShouldBeOfType<Failed<PostedMessage>>().Failure.ShouldBeOfType<Unreachable>();
    }

    [Fact]
    public async Task Takes_a_page_that_is_no_answer_for_a_refusal() =>
        (await PostAsync(_ => FakeSlack.Text(403, "<html>proxy</html>")))
            .ShouldBeOfType<Refused>().Error.Code.ShouldBe("http_403");

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    [InlineData("token_expired")]
    public async Task Sends_nothing_more_once_the_token_is_dead(string code)
    {
        var slack = new FakeSlack(_ => FakeSlack.Error(code));
        using var api = slack.Api();

        await api.Chat.PostAsync(_draft, 0, Token);
        var second = await api.Chat.PostAsync(new() { Channel = "C2", Text = "x" }, 0, Token);

        second.ShouldBe(new Failed<PostedMessage>(new CredentialsDead(code)));
        slack.Requests.Select(request => request.Method).ShouldBe(["chat.postMessage", "auth.test"]);
    }

    [Theory]
    [InlineData("""{"ok":true,"url":"https://x.slack.com/","team":"T","user":"b","team_id":"T1","user_id":"U1"}""", 200, typeof(Unreachable))]
    [InlineData("""{"ok":false,"error":"internal_error"}""", 200, typeof(Ambiguous))]
    [InlineData("<html>", 502, typeof(Ambiguous))]
    [InlineData("<html>", 200, typeof(Ambiguous))]
    [InlineData("<html>", 401, typeof(Unreachable))]
    public async Task One_invalid_auth_ends_nothing_that_a_read_does_not_confirm(string body, int status, Type failure)
    {
        var slack = new FakeSlack(request => request.Method == "auth.test" ? FakeSlack.Text(status, body) : FakeSlack.Error("invalid_auth"));
        using var api = slack.Api();

        var answer = await api.Chat.PostAsync(_draft, 0, Token);
        await api.Chat.PostAsync(new() { Channel = "C2", Text = "x" }, 0, Token);

        answer.ShouldBeOfType<Failed<PostedMessage>>().Failure.ShouldBeOfType(failure);
        slack.Requests.Count(request => request.Method == "chat.postMessage").ShouldBe(2);
    }

    [Fact]
    public async Task A_dead_token_is_asked_about_again_after_two_minutes_and_works_by_itself()
    {
        var time = new FakeTimeProvider();
        var dead = true;
        var slack = new FakeSlack(_ => dead ? FakeSlack.Error("token_revoked") : FakeSlack.Json(FakeSlack.Posted));
        using var api = slack.Api(time);
        for (var minute = 0; minute < 6; minute++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(channel => api.Chat.PostAsync(new() { Channel = $"C{minute}{channel}", Text = "x" }, 0, Token)));
            answers.ShouldAllBe(answer => ((Failed<PostedMessage>)answer).Failure is CredentialsDead);
            time.Advance(TimeSpan.FromMinutes(1));
        }

        // What was under way at first, with its confirmations, then one question every two minutes, however many posts there are.
        slack.Requests.Count.ShouldBeLessThanOrEqualTo(13);
        dead = false;
        time.Advance(TimeSpan.FromMinutes(2));

        (await api.Chat.PostAsync(new() { Channel = "C99", Text = "x" }, 0, Token)).ShouldBeOfType<Answered<PostedMessage>>();
    }

    [Fact]
    public async Task Asks_when_to_come_back_and_passes_it_on() =>
        (await PostAsync(_ => FakeSlack.Json("", 503, 20))).ShouldBeOfType<Ambiguous>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(20));

    [Fact]
    public async Task Does_not_take_a_page_for_an_answer_delivered()
    {
        var slack = new FakeSlack(_ => FakeSlack.Text(200, "<html>welcome to the hotel</html>"));
        using var api = slack.Api();

        var answer = await api.Responses.SendAsync(new Secret("https://hooks.slack.com/x"), new() { Text = "x" }, Token);

        answer.ShouldBeOfType<Failed<NoContent>>().Failure.ShouldBeOfType<Ambiguous>();
    }

    [Fact]
    public async Task Does_not_blame_the_bot_token_for_the_app_token()
    {
        var slack = new FakeSlack(request => request.Method == "apps.connections.open"
            ? FakeSlack.Error("invalid_auth")
            : FakeSlack.Json(FakeSlack.Posted));
        using var api = slack.Api();

        var socket = await api.App.OpenConnectionAsync(Token);
        var post = await api.Chat.PostAsync(_draft, 0, Token);

        socket.ShouldBe(new Failed<Secret>(new CredentialsDead("invalid_auth")));
        post.ShouldBeOfType<Answered<PostedMessage>>();
    }

    [Fact]
    public async Task Gives_up_when_the_caller_does()
    {
        var slack = new FakeSlack(_ => FakeSlack.Json(FakeSlack.Posted));
        using var api = slack.Api();

        await Should.ThrowAsync<OperationCanceledException>(
            () => api.Chat.PostAsync(_draft, 0, new CancellationToken(canceled: true)));
    }

    private static async Task<SlackFailure> PostAsync(Func<SentRequest, HttpResponseMessage> script)
    {
        var slack = new FakeSlack(script);
        using var api = slack.Api();
        var answer = await api.Chat.PostAsync(_draft, 0, Token);
        return answer.ShouldBeOfType<Failed<PostedMessage>>().Failure;
    }
}
