using System.Text.Json;
using Microsoft.Extensions.Logging;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Wire.Tests;

public sealed class SecrecyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Never_shows_the_tokens_with_the_options()
    {
        var shown = FakeSlack.Options.ToString();

        shown.ShouldNotContain(FakeSlack.BotToken);
        shown.ShouldNotContain(FakeSlack.AppToken);
    }

    [Theory]
    [InlineData("invalid_auth", 200)]
    [InlineData("internal_error", 200)]
    [InlineData("ratelimited", 429)]
    [InlineData("channel_not_found", 200)]
    public async Task Never_shows_a_token_in_an_answer_or_a_log(string code, int status)
    {
        var log = new ListLogger();
        var slack = new FakeSlack(_ => FakeSlack.Json($$"""{"ok":false,"error":"{{code}}"}""", status, 99));
        using var api = slack.Api(logger: log);

        var post = await api.Chat.PostAsync(new() { Channel = "C1" }, 0, Token);
        var socket = await api.App.OpenConnectionAsync(Token);

        slack.Requests.First().Authorization.ShouldBe($"Bearer {FakeSlack.BotToken}");
        foreach (var text in new[] { $"{post}", $"{socket}" }.Concat(log.Lines))
        {
            text.ShouldNotContain("secret");
        }
    }

    [Fact]
    public async Task Never_shows_a_token_in_a_failure_to_connect()
    {
        var slack = new FakeSlack(_ => throw new HttpRequestException($"to {FakeSlack.BotToken}"));
        using var api = slack.Api();

        var answer = await api.App.TestAsync(Token);

        $"{answer}".ShouldNotContain("secret");
    }

    [Fact]
    public void Never_shows_a_token_when_it_refuses_the_options()
    {
        using var http = new HttpClient();
        var options = FakeSlack.Options with { ApiUrl = new("http://slack.example/api/") };

        var fault = Should.Throw<ArgumentException>(() => new SlackApi(http, options, TimeProvider.System, new ListLogger()));

        $"{fault}".ShouldNotContain("secret");
    }

    [Fact]
    public void Never_shows_a_response_address()
    {
        const string payload = """
            {"command":"/talks","user_id":"U1","channel_id":"C1","team_id":"T1","response_url":"https://hooks.example/hush"}
            """;
        using var document = JsonDocument.Parse(payload);

        var command = IncomingReader.Command(document.RootElement).ShouldBeOfType<SlashCommand>();

        command.ResponseUrl!.Reveal().ShouldBe("https://hooks.example/hush");
        command.ToString().ShouldNotContain("hush");
    }

    [Fact]
    public void Never_shows_what_it_does_not_understand()
    {
        using var document = JsonDocument.Parse("""{"type":"shortcut","token":"hush"}""");

        var unknown = IncomingReader.Interaction(document.RootElement);

        unknown.ShouldBeOfType<UnknownIncoming>().Payload.Element.GetProperty("token").GetString().ShouldBe("hush");
        unknown.ToString().ShouldNotContain("hush");
    }

    [Theory]
    [InlineData("https://slack.com/api/", true)]
    [InlineData("http://127.0.0.1:9000/api/", true)]
    [InlineData("http://localhost:9000/api/", true)]
    [InlineData("http://[::1]:9000/api/", true)]
    [InlineData("http://slack.com/api/", false)]
    [InlineData("http://192.168.1.5/api/", false)]
    [InlineData("http://127.0.0.1.evil.example/api/", false)]
    [InlineData("ftp://127.0.0.1/", false)]
    public void Carries_the_token_only_where_nobody_can_listen(string address, bool safe) =>
        ((FakeSlack.Options with { ApiUrl = new(address) }).Fault() is null).ShouldBe(safe);

    [Theory]
    [InlineData("wss://wss-primary.slack.com/link/?ticket=1", true)]
    [InlineData("ws://127.0.0.1:9000/link", true)]
    [InlineData("ws://wss-primary.slack.com/link", false)]
    [InlineData("https://slack.com/link", false)]
    [InlineData("gibberish", false)]
    [InlineData(null, false)]
    public void Follows_only_safe_addresses_to_a_socket(string? address, bool safe) =>
        (SafeAddress.Socket(address) is not null).ShouldBe(safe);

    [Theory]
    [InlineData("http://hooks.example/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gibberish")]
    public async Task Answers_only_at_safe_addresses(string address)
    {
        var slack = new FakeSlack(_ => FakeSlack.Json("""{"ok":true}"""));
        using var api = slack.Api();

        var answer = await api.Responses.SendAsync(new(address), new() { Text = "x" }, Token);

        answer.ShouldBeOfType<Failed<NoContent>>().Failure.ShouldBeOfType<Refused>();
        slack.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("xapp-1")]
    [InlineData("xoxb-1\r\nX: y")]
    public void Refuses_a_bot_token_that_is_none(string token) =>
        (FakeSlack.Options with { BotToken = new(token) }).Fault().ShouldNotBeNull();

    private sealed class ListLogger : ILogger<SlackApi>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");
    }
}
