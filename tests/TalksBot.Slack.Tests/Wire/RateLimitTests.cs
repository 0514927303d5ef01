using Microsoft.Extensions.Time.Testing;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Wire;

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

    [Fact]
    public async Task Holds_the_method_in_every_channel_and_no_other_method()
    {
        var slack = new FakeSlack(request => request.Body.Contains("\"C1\"", StringComparison.Ordinal)
            ? Limited(20)
            : FakeSlack.Json(FakeSlack.Posted));
        using var api = slack.Api(_time);
        var limited = api.Chat.PostAsync(Draft("C1"), 0, Token);
        await Eventually.IsTrueAsync(() => slack.Requests.Count == 1);
        await AdvanceAsync(TimeSpan.FromSeconds(5));

        var elsewhere = api.Chat.PostAsync(Draft("C2"), 0, Token);
        var edit = await api.Chat.UpdateAsync(new() { Channel = "C2", Ts = "1.2", Text = "x" }, 0, Token);
        var held = !elsewhere.IsCompleted;

        held.ShouldBeTrue();
        edit.ShouldBeOfType<Answered<PostedMessage>>();
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
        var second = await api.Chat.PostAsync(Draft("C2"), 0, Token);

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
