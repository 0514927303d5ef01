using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Tests.Api;

public sealed class ApiRequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_json_that_asks_slack_to_add_nothing()
    {
        var (request, _) = await AskAsync(FakeSlack.Posted, api => api.Chat.PostAsync(
            new()
            {
                Channel = "C1",
                Text = "a & b",
                Metadata = MessageMetadata.Of("delivery", new Dictionary<string, string> { ["key"] = "r7k2" }),
            },
            0,
            Token));

        request.Method.ShouldBe("chat.postMessage");
        request.ContentType.ShouldBe("application/json");
        request.Authorization.ShouldBe($"Bearer {FakeSlack.BotToken}");
        request.Body.ShouldBe(
            """{"channel":"C1","text":"a \u0026 b","metadata":{"event_type":"delivery","event_payload":{"key":"r7k2"}},"unfurl_links":false,"unfurl_media":false,"mrkdwn":true,"parse":"none"}""");
    }

    [Fact]
    public async Task Edits_without_turning_names_into_mentions()
    {
        var (request, _) = await AskAsync(
            FakeSlack.Posted, api => api.Chat.UpdateAsync(new() { Channel = "C1", Ts = "1.2", Text = "x" }, 0, Token));

        request.Method.ShouldBe("chat.update");
        request.Json.ToString().ShouldBe("""{"channel":"C1","ts":"1.2","text":"x","parse":"none"}""");
    }

    [Fact]
    public async Task Shows_a_message_to_one_person()
    {
        var (request, answer) = await AskAsync(
            """{"ok":true,"message_ts":"7.8"}""",
            api => api.Chat.PostEphemeralAsync(new() { Channel = "C1", User = "U1", Text = "x" }, Token));

        request.Json.GetProperty("user").GetString().ShouldBe("U1");
        answer.ShouldBeOfType<Answered<string>>().Value.ShouldBe("7.8");
    }

    [Fact]
    public async Task Asks_for_history_in_a_form_with_its_metadata()
    {
        const string body = """
            {"ok":true,"has_more":true,"messages":[
              {"type":"message","ts":"2.0","text":"b","metadata":{"event_type":"delivery","event_payload":{"key":"r7k2"}}},
              {"type":"message","subtype":"channel_join","ts":"1.0","user":"U1"}],
             "response_metadata":{"next_cursor":"bmV4dA=="}}
            """;

        var (request, answer) = await AskAsync(body, api => api.Conversations.HistoryAsync(
            "C1", new() { Oldest = "1.000000", Limit = 50, Cursor = "a+b=", WithMetadata = true }, Token));

        request.ContentType.ShouldBe("application/x-www-form-urlencoded");
        (request.Argument("channel"), request.Argument("oldest"), request.Argument("limit")).ShouldBe(("C1", "1.000000", "50"));
        (request.Argument("cursor"), request.Argument("include_all_metadata")).ShouldBe(("a+b=", "true"));
        request.Argument("latest").ShouldBeNull();
        var page = answer.ShouldBeOfType<Answered<Page<SlackMessage>>>().Value;
        page.Items[0].Metadata!.Text("key").ShouldBe("r7k2");
        page.NextCursor.ShouldBe("bmV4dA==");
    }

    [Theory]
    [InlineData("""{"ok":true,"channels":[]}""")]
    [InlineData("""{"ok":true,"channels":[],"response_metadata":{"next_cursor":""}}""")]
    public async Task Knows_the_last_page(string body)
    {
        var (_, answer) = await AskAsync(body, api => api.Conversations.ListAsync(null, Token));

        answer.ShouldBeOfType<Answered<Page<SlackChannel>>>().Value.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task Joins_a_channel_it_is_in_already()
    {
        var (_, answer) = await AskAsync(
            """{"ok":true,"channel":{"id":"C1","name":"desk","is_member":true},"warning":"already_in_channel"}""",
            api => api.Conversations.JoinAsync("C1", Token));

        var joined = answer.ShouldBeOfType<Answered<SlackChannel>>();
        joined.Value.IsMember.ShouldBeTrue();
        joined.Warnings.ShouldBe(["already_in_channel"]);
    }

    [Fact]
    public async Task Counts_what_is_pinned_already_as_done()
    {
        var (request, answer) = await AskAsync(
            """{"ok":false,"error":"already_pinned"}""", api => api.Pins.AddAsync(new("C1", "1.2"), Token));

        request.Json.ToString().ShouldBe("""{"channel":"C1","timestamp":"1.2"}""");
        answer.ShouldBeOfType<Answered<NoContent>>();
    }

    [Fact]
    public async Task Reads_a_persons_zone()
    {
        var (request, answer) = await AskAsync(
            """{"ok":true,"user":{"id":"U1","tz":"Asia/Tokyo","tz_offset":32400,"is_bot":false,"profile":{"display_name":"ann"}}}""",
            api => api.People.GetAsync("U1", Token));

        request.Argument("user").ShouldBe("U1");
        answer.ShouldBeOfType<Answered<SlackUser>>().Value.Tz.ShouldBe("Asia/Tokyo");
    }

    [Fact]
    public async Task Reads_who_is_in_a_group()
    {
        var (request, answer) = await AskAsync(
            """{"ok":true,"users":["U1","U2"]}""", api => api.People.ListMembersAsync("S1", Token));

        request.Argument("usergroup").ShouldBe("S1");
        answer.ShouldBeOfType<Answered<IReadOnlyList<string>>>().Value.ShouldBe(["U1", "U2"]);
    }

    [Fact]
    public async Task Opens_a_form()
    {
        var view = new ViewDraft
        {
            Title = SlackText.Plain("Move D1"),
            Submit = SlackText.Plain("Move"),
            CallbackId = "move",
            Blocks = [new InputBlock(SlackText.Plain("To"), new PlainTextInput("to")) { BlockId = "b" }],
        };

        var (request, answer) = await AskAsync(
            """{"ok":true,"view":{"id":"V1","hash":"h","state":{"values":{}}}}""", api => api.Views.OpenAsync("t.1", view, Token));

        request.Json.GetProperty("trigger_id").GetString().ShouldBe("t.1");
        request.Json.GetProperty("view").GetProperty("type").GetString().ShouldBe("modal");
        answer.ShouldBeOfType<Answered<SlackView>>().Value.Id.ShouldBe("V1");
    }

    [Fact]
    public async Task Opens_sockets_with_the_app_token()
    {
        var (request, answer) = await AskAsync(
            """{"ok":true,"url":"wss://wss.example/link?ticket=1"}""", api => api.App.OpenConnectionAsync(Token));

        request.Authorization.ShouldBe($"Bearer {FakeSlack.AppToken}");
        answer.ShouldBeOfType<Answered<Secret>>().Value.Reveal().ShouldBe("wss://wss.example/link?ticket=1");
    }

    [Theory]
    [InlineData(200, "ok", true)]
    [InlineData(200, """{"ok":true}""", true)]
    [InlineData(404, """{"ok":false,"error":"used_url"}""", false)]
    [InlineData(404, "no_team", false)]
    public async Task Answers_at_a_response_address_without_a_token(int status, string body, bool done)
    {
        var slack = new FakeSlack(_ => FakeSlack.Text(status, body));
        using var api = slack.Api();

        var answer = await api.Responses.SendAsync(new("https://hooks.example/1"), new() { Text = "x" }, Token);

        slack.Requests.Single().Authorization.ShouldBeNull();
        slack.Requests.Single().Address.ShouldBe(new("https://hooks.example/1"));
        (answer is Answered<NoContent>).ShouldBe(done);
        (answer is Failed<NoContent>(Refused)).ShouldBe(!done);
    }

    private static async Task<(SentRequest Request, SlackAnswer<T> Answer)> AskAsync<T>(
        string body, Func<SlackApi, Task<SlackAnswer<T>>> ask)
    {
        var slack = new FakeSlack(_ => FakeSlack.Json(body));
        using var api = slack.Api();
        var answer = await ask(api);
        return (slack.Requests.Single(), answer);
    }
}
