using System.Text;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;
using TalksBot.Testing;

namespace TalksBot.Slack.Wire.Tests.Api;

public sealed class FileTests
{
    private static readonly FileUpload _chart = new("chart.png", Encoding.ASCII.GetBytes("not really"), "a chart", "Chart");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploads_in_three_steps()
    {
        var slack = new FakeSlack(request => request.Method switch
        {
            "files.getUploadURLExternal" => Ticket("https://files.example/upload/v1/abc"),
            "abc" => FakeSlack.Text(200, "OK - 10", "text/plain"),
            _ => FakeSlack.Json("""{"ok":true,"files":[{"id":"F12345678","title":"Chart"}]}"""),
        });
        using var api = slack.Api();

        var answer = await api.Files.UploadAsync(_chart, Token);

        answer.ShouldBeOfType<Answered<SlackFile>>().Value.Id.ShouldBe("F12345678");
        var requests = slack.Requests.ToList();
        (requests[0].Argument("filename"), requests[0].Argument("length"), requests[0].Argument("alt_txt"))
            .ShouldBe(("chart.png", "10", "a chart"));
        (requests[1].Body, requests[1].Authorization, requests[1].ContentType)
            .ShouldBe(("not really", null, "application/octet-stream"));
        requests[2].Json.ToString().ShouldBe("""{"files":[{"id":"F12345678","title":"Chart"}]}""");
    }

    [Fact]
    public async Task Puts_no_file_where_others_could_listen()
    {
        var slack = new FakeSlack(_ => Ticket("http://files.example/upload/v1/abc"));
        using var api = slack.Api();

        var answer = await api.Files.UploadAsync(_chart, Token);

        answer.ShouldBeOfType<Failed<SlackFile>>().Failure.ShouldBeOfType<Refused>();
        slack.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Stops_at_the_step_that_failed()
    {
        var slack = new FakeSlack(request => request.Method == "abc"
            ? FakeSlack.Text(500, "oops")
            : Ticket("https://files.example/upload/v1/abc"));
        using var api = slack.Api();

        var answer = await api.Files.UploadAsync(_chart, Token);

        answer.ShouldBeOfType<Failed<SlackFile>>().Failure.ShouldBeOfType<Ambiguous>();
        slack.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Waits_until_slack_has_looked_through_a_file()
    {
        var looks = 0;
        var slack = new FakeSlack(_ => Info(++looks < 4 ? "" : "image/png"));
        var time = new FakeTimeProvider();
        using var api = slack.Api(time);

        var answer = await DoneAsync(time, api.Files.WaitUntilReadyAsync("F12345678", Token));

        answer.ShouldBeOfType<Answered<SlackFile>>().Value.IsReady.ShouldBeTrue();
        looks.ShouldBe(4);
    }

    [Fact]
    public async Task Tells_when_patience_ends_before_that()
    {
        var slack = new FakeSlack(_ => Info(""));
        var time = new FakeTimeProvider();
        using var api = slack.Api(time);

        var answer = await DoneAsync(time, api.Files.WaitUntilReadyAsync("F12345678", Token));

        answer.ShouldBeOfType<Answered<SlackFile>>().Value.IsReady.ShouldBeFalse();
        (time.GetUtcNow() - time.Start).ShouldBeLessThan(TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task Names_the_scope_it_would_need_to_look()
    {
        var slack = new FakeSlack(_ => FakeSlack.Json("""{"ok":false,"error":"missing_scope","needed":"files:read"}"""));
        using var api = slack.Api();

        var answer = await api.Files.WaitUntilReadyAsync("F12345678", Token);

        answer.ShouldBeOfType<Failed<SlackFile>>().Failure.ShouldBeOfType<Refused>().Error.Needed.ShouldBe("files:read");
    }

    private static HttpResponseMessage Ticket(string url) =>
        FakeSlack.Json($$"""{"ok":true,"upload_url":"{{url}}","file_id":"F12345678"}""");

    private static HttpResponseMessage Info(string mimetype) =>
        FakeSlack.Json($$"""{"ok":true,"file":{"id":"F12345678","mimetype":"{{mimetype}}"} }""");

    private static async Task<T> DoneAsync<T>(FakeTimeProvider time, Task<T> work)
    {
        await Eventually.IsTrueAsync(() =>
        {
            time.Advance(TimeSpan.FromMilliseconds(work.IsCompleted ? 0 : 50));
            return work.IsCompleted;
        });
        return await work;
    }
}
