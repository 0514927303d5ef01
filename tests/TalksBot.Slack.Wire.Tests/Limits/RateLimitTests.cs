using Microsoft.Extensions.Time.Testing;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;
using TalksBot.Testing;

namespace TalksBot.Slack.Wire.Tests.Limits;

public sealed class RateLimitTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waits_as_long_as_slack_asks_and_sends_again()
    {
        var first = true;
        var slack = new FakeSlack(_ =>
        {
            var limited = first;
            first = false;
            return limited ? Limited(7) : FakeSlack.Json(FakeSlack.Posted);
        });
        using var api = slack.Api(_time);
        var posting = api.Chat.PostAsync(Draft("C1"), 0, Token);
        await Eventually.IsTrueAsync(() => slack.Requests.Count == 1);

        await AdvanceAsync(TimeSpan.FromSeconds(6.9));
        var early = slack.Requests.Count;
        var answer = await DoneAsync(posting);

        early.ShouldBe(1);
        answer.ShouldBeOfType<Answered<PostedMessage>>();
        slack.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("soon")]
    [InlineData("0.0")]
    [InlineData(null)]
    public async Task A_limit_that_names_no_wait_worth_the_name_is_met_ever_more_seldom(string? asked)
    {
        var slack = new FakeSlack(_ => LimitedAs(asked));
        using var api = slack.Api(_time);
        var until = _time.GetUtcNow() + TimeSpan.FromMinutes(1);
        while (_time.GetUtcNow() < until)
        {
            await DoneAsync(api.Chat.PostAsync(Draft("C1"), 0, Token));
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        slack.Requests.Count.ShouldBeInRange(4, 10);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("soon")]
    public async Task One_refusal_that_names_no_time_costs_a_second_and_not_half_a_minute(string asked)
    {
        var first = true;
        var slack = new FakeSlack(_ =>
        {
            var refuse = first;
            first = false;
            return refuse ? LimitedAs(asked) : FakeSlack.Json(FakeSlack.Posted);
        });
        using var api = slack.Api(_time);
        var before = _time.GetUtcNow();

        (await DoneAsync(api.Chat.PostAsync(Draft("C1"), 0, Token))).ShouldBeOfType<Answered<PostedMessage>>();

        (_time.GetUtcNow() - before).ShouldBeLessThan(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_limit_of_one_channel_holds_no_other()
    {
        var slack = new FakeSlack(request => request.Body.Contains("\"C1\"", StringComparison.Ordinal)
            ? Limited(20)
            : FakeSlack.Json(FakeSlack.Posted));
        using var api = slack.Api(_time);
        var limited = api.Chat.PostAsync(Draft("C1"), 0, Token);
        await Eventually.IsTrueAsync(() => slack.Requests.Count == 1);

        for (var channel = 2; channel < 30; channel++)
        {
            (await api.Chat.PostAsync(Draft($"C{channel}"), 0, Token)).ShouldBeOfType<Answered<PostedMessage>>();
        }

        limited.IsCompleted.ShouldBeFalse();
        await DoneAsync(limited);
    }

    [Fact]
    public async Task A_limit_that_several_channels_run_into_together_is_the_workspaces()
    {
        var slack = new FakeSlack(_ => Limited(20));
        using var api = slack.Api(_time);
        var limited = Enumerable.Range(1, 3).Select(channel => api.Chat.PostAsync(Draft($"C{channel}"), 0, Token)).ToList();
        await Eventually.IsTrueAsync(() => slack.Requests.Count == 3);
        await Task.Delay(50, Token);

        var elsewhere = api.Chat.PostAsync(Draft("C9"), 0, Token);
        await AdvanceAsync(TimeSpan.FromSeconds(10));

        slack.Requests.Count.ShouldBe(3);
        foreach (var post in limited.Append(elsewhere))
        {
            await DoneAsync(post);
        }
    }

    [Fact]
    public async Task Holds_the_method_it_came_from_and_no_other()
    {
        var slack = new FakeSlack(request => request.Method == "chat.update" && request.Body.Contains("\"C1\"", StringComparison.Ordinal)
            ? Limited(20)
            : FakeSlack.Json(FakeSlack.Posted));
        using var api = slack.Api(_time);
        var limited = api.Chat.UpdateAsync(new() { Channel = "C1", Ts = "1.2", Text = "x" }, 0, Token);
        await Eventually.IsTrueAsync(() => slack.Requests.Count == 1);
        await Task.Delay(50, Token);

        await AdvanceAsync(TimeSpan.FromSeconds(5));
        var elsewhere = api.Chat.UpdateAsync(new() { Channel = "C2", Ts = "1.2", Text = "x" }, 0, Token);
        var post = await api.Chat.PostAsync(Draft("C1"), 0, Token);
        var held = !elsewhere.IsCompleted;

        held.ShouldBeTrue();
        post.ShouldBeOfType<Answered<PostedMessage>>();
        (await DoneAsync(elsewhere)).ShouldBeOfType<Answered<PostedMessage>>();
        (await DoneAsync(limited)).ShouldBe(new Failed<PostedMessage>(new RateLimited(TimeSpan.FromSeconds(20))));
    }

    [Fact]
    public async Task Holds_one_channel_when_the_limit_came_without_a_429()
    {
        var slack = new FakeSlack(request => request.Body.Contains("\"C1\"", StringComparison.Ordinal)
            ? FakeSlack.Error("rate_limited")
            : FakeSlack.Json(FakeSlack.Posted));
        using var api = slack.Api(_time);
        var limited = api.Chat.PostAsync(Draft("C1"), 0, Token);
        await Eventually.IsTrueAsync(() => slack.Requests.Count == 1);

        var elsewhere = await api.Chat.PostAsync(Draft("C2"), 0, Token);

        elsewhere.ShouldBeOfType<Answered<PostedMessage>>();
        (await DoneAsync(limited)).ShouldBe(new Failed<PostedMessage>(new RateLimited(TimeSpan.FromSeconds(5))));
        slack.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Tells_at_once_of_a_wait_beyond_its_patience_also_those_in_the_queue()
    {
        var slack = new FakeSlack(_ => Limited(120));
        using var api = slack.Api(_time);

        var first = await api.Chat.PostAsync(Draft("C1"), 0, Token);
        await AdvanceAsync(TimeSpan.FromSeconds(20));
        var second = await api.Chat.PostAsync(Draft("C1"), 0, Token);

        first.ShouldBe(new Failed<PostedMessage>(new RateLimited(TimeSpan.FromSeconds(120))));
        second.ShouldBe(new Failed<PostedMessage>(new RateLimited(TimeSpan.FromSeconds(100))));
        slack.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Forgets_a_post_whose_caller_gave_up_waiting()
    {
        var slack = new FakeSlack(_ => FakeSlack.Json(FakeSlack.Posted));
        using var api = slack.Api(_time);
        using var caller = new CancellationTokenSource();
        await api.Chat.PostAsync(Draft("C1"), 0, Token);
        var waiting = api.Chat.PostAsync(Draft("C1"), 0, caller.Token);

        await caller.CancelAsync();
        var after = await DoneAsync(api.Chat.PostAsync(Draft("C1"), 0, Token));

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        after.ShouldBeOfType<Answered<PostedMessage>>();
        slack.Requests.Count.ShouldBe(2);
    }

    private static PostDraft Draft(string channel) => new() { Channel = channel, Text = "x" };

    private static HttpResponseMessage Limited(int seconds) =>
        FakeSlack.Json("""{"ok":false,"error":"ratelimited"}""", 429, seconds);

    private static HttpResponseMessage LimitedAs(string? wait)
    {
        var answer = FakeSlack.Json("""{"ok":false,"error":"ratelimited"}""", 429);
        _ = wait is not null && answer.Headers.TryAddWithoutValidation("Retry-After", wait);
        return answer;
    }

    private async Task AdvanceAsync(TimeSpan by)
    {
        _time.Advance(by);
        await Task.Delay(20, Token);
    }

    private async Task<T> DoneAsync<T>(Task<T> work)
    {
        await Eventually.IsTrueAsync(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(work.IsCompleted ? 0 : 100));
            return work.IsCompleted;
        });
        return await work;
    }
}
