using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Discord;

namespace TalksBot.Testing.Tests.Discord;

public sealed class BadLineTests
{
    [Theory]
    [InlineData(500, false)]
    [InlineData(504, true)]
    [InlineData(520, true)]
    public async Task Answers_with_any_status_on_demand(int status, bool html)
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(RestFaultKind.Status) { Status = status, Html = html, Code = 7 });

        var answer = await rig.PostAsync("x");

        ((int)answer.Status, answer.Code, answer.Text.StartsWith('<')).ShouldBe((status, html ? -1 : 7, html));
        rig.Discord.Messages(rig.Channel).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "", null, null)]
    [InlineData("0", "0", "0", "0")]
    [InlineData("-5", "-5", "-5", "-5")]
    [InlineData("soon", "\"soon\"", "soon", "soon")]
    [InlineData("99999999999", "1e12", "99999999999", "1e12")]
    [InlineData(null, null, "2", "1.5")]
    public async Task Asks_to_wait_in_odd_words(string? header, string? body, string? shownHeader, string? shownBody)
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(RestFaultKind.RateLimited) { Wait = TimeSpan.FromSeconds(1.5), RetryAfterHeader = header, RetryAfterBody = body, Scope = "global" });

        using var response = await rig.Http.PostAsync(new Uri(rig.Posts, UriKind.Relative), new StringContent("""{"content":"x"}""", null, "application/json"), Rig.Token);
        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync(Rig.Token))!;

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (response.Headers.NonValidated.TryGetValues("Retry-After", out var values) ? values.ToString() : null, json["retry_after"]?.ToString()).ShouldBe((shownHeader, shownBody));
        ((bool)json["global"]!).ShouldBeTrue();
    }

    [Theory]
    [InlineData(RestFaultKind.Hang, 0)]
    [InlineData(RestFaultKind.HangAfterCommit, 1)]
    public async Task Leaves_who_asks_without_an_answer(RestFaultKind kind, int posted)
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(kind));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Should.ThrowAsync<OperationCanceledException>(() => rig.Http.PostAsync(
            new Uri(rig.Posts, UriKind.Relative), new StringContent("""{"content":"x"}""", null, "application/json"), patience.Token));

        rig.Discord.Messages(rig.Channel).Count.ShouldBe(posted);
    }

    [Theory]
    [InlineData(RestFaultKind.CutBody)]
    [InlineData(RestFaultKind.DropAfterCommit)]
    public async Task Breaks_off_after_the_work_is_done(RestFaultKind kind)
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(kind));

        await Should.ThrowAsync<HttpRequestException>(() => rig.PostAsync("x"));

        rig.Discord.Messages(rig.Channel).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Says_that_it_failed_though_the_work_is_done()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(RestFaultKind.BadGatewayAfterCommit));

        (await rig.PostAsync("x")).Status.ShouldBe(HttpStatusCode.BadGateway);

        rig.Discord.Messages(rig.Channel).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_byte_by_byte()
    {
        await using var rig = await Rig.StartAsync();
        rig.Discord.Faults.Add(new RestFault(RestFaultKind.Trickle) { Wait = TimeSpan.FromMilliseconds(1) });

        (await rig.PostAsync("x")).Body!["content"]!.ToString().ShouldBe("x");
    }

    [Fact]
    public async Task Lets_the_list_of_messages_lag()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await Rig.StartAsync(new DiscordSimulatorOptions { Time = clock });
        rig.Discord.Faults.HistoryLag = TimeSpan.FromSeconds(5);
        await rig.PostAsync("x");

        var early = await rig.GetAsync(rig.Posts);
        clock.Advance(TimeSpan.FromSeconds(5));
        var later = await rig.GetAsync(rig.Posts);

        (early.Body!.AsArray().Count, later.Body!.AsArray().Count).ShouldBe((0, 1));
    }
}
