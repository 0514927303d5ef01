using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Tests.Api;

/// <summary>The Web API over real connections on this machine.</summary>
public sealed class ApiLoopbackTests
{
    private static readonly PostDraft _draft = new() { Channel = "C1", Text = "x" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts()
    {
        string? body = null;
        string? authorization = null;

        var answer = await PostAsync(async context =>
        {
            authorization = context.Request.Headers.Authorization;
            using var reader = new StreamReader(context.Request.Body);
            body = await reader.ReadToEndAsync(Token);
            await context.Response.WriteAsync(FakeSlack.Posted, Token);
        });

        answer.ShouldBeOfType<Answered<PostedMessage>>();
        authorization.ShouldBe($"Bearer {FakeSlack.BotToken}");
        using var sent = JsonDocument.Parse(body!);
        sent.RootElement.GetProperty("channel").GetString().ShouldBe("C1");
    }

    [Fact]
    public async Task Does_not_know_what_became_of_a_post_whose_connection_was_cut_after_it_arrived()
    {
        var arrived = 0;

        var answer = await PostAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, Token);
            arrived++;
            context.Abort();
        });

        answer.ShouldBeOfType<Failed<PostedMessage>>().Failure.ShouldBeOfType<Ambiguous>();
        arrived.ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_know_what_became_of_a_post_whose_answer_was_cut_off()
    {
        var answer = await PostAsync(async context =>
        {
            context.Response.ContentLength = 500;
            await context.Response.WriteAsync("{\"ok\":true,", Token);
            await context.Response.Body.FlushAsync(Token);
            context.Abort();
        });

        answer.ShouldBeOfType<Failed<PostedMessage>>().Failure.ShouldBeOfType<Ambiguous>();
    }

    [Fact]
    public async Task Does_not_know_what_became_of_a_post_that_is_not_answered_in_time()
    {
        var over = new TaskCompletionSource();

        var answer = await PostAsync(_ => over.Task, TimeSpan.FromMilliseconds(300));
        over.SetResult();

        answer.ShouldBeOfType<Failed<PostedMessage>>().Failure.ShouldBe(new Ambiguous("No answer within the timeout."));
    }

    [Fact]
    public async Task Follows_no_redirect_with_the_token()
    {
        var requests = 0;

        var answer = await PostAsync(context =>
        {
            requests++;
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });

        answer.ShouldBeOfType<Failed<PostedMessage>>().Failure.ShouldBeOfType<Refused>().Error.Code.ShouldBe("http_302");
        requests.ShouldBe(1);
    }

    private static async Task<SlackAnswer<PostedMessage>> PostAsync(Func<HttpContext, Task> serve, TimeSpan? timeout = null)
    {
        await using var slack = await LoopbackSlack.StartAsync(_ => Task.CompletedTask, (_, context) => serve(context));
        var options = FakeSlack.Options with { ApiUrl = slack.Api };
        using var http = SlackApi.NewHttpClient();
        using var api = new SlackApi(
            http,
            timeout is null ? options : options with { Timeout = timeout.Value },
            TimeProvider.System,
            NullLogger<SlackApi>.Instance);
        return await api.Chat.PostAsync(_draft, 0, Token);
    }
}
