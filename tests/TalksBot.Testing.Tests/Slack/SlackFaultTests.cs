using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackFaultTests
{
    [Theory]
    [InlineData(WebFaultKind.DropAfterCommit, 1)]
    [InlineData(WebFaultKind.DropBeforeCommit, 0)]
    public async Task Breaks_the_connection_with_or_without_having_posted(WebFaultKind kind, int posted)
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.Faults.Add(new WebFault(kind) { Method = "chat.postMessage" });

        await Should.ThrowAsync<HttpRequestException>(() => rig.PostAsync("x"));

        rig.Slack.Messages(rig.Channel).Count.ShouldBe(posted);
        (await rig.PostAsync("y")).Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData(WebFaultKind.ErrorAfterCommit, 1, 200, "internal_error")]
    [InlineData(WebFaultKind.ErrorBeforeCommit, 0, 200, "internal_error")]
    [InlineData(WebFaultKind.Unavailable, 0, 503, null)]
    [InlineData(WebFaultKind.HtmlPage, 0, 502, null)]
    [InlineData(WebFaultKind.HtmlAsSuccess, 0, 200, null)]
    [InlineData(WebFaultKind.RateLimited, 0, 429, "ratelimited")]
    public async Task Answers_with_a_fault(WebFaultKind kind, int posted, int status, string? error)
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.Faults.Add(new WebFault(kind));

        var reply = await rig.PostAsync("x");

        ((int)reply.Status, reply.Error, rig.Slack.Messages(rig.Channel).Count).ShouldBe((status, error, posted));
    }

    [Fact]
    public async Task Lets_a_fault_wait_for_its_method()
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.Faults.Add(new WebFault(WebFaultKind.RateLimited) { Method = "pins.add", Wait = TimeSpan.FromSeconds(30) });
        var posted = await rig.PostAsync("x");

        var pin = await rig.FormAsync("pins.add", ("channel", rig.Channel), ("timestamp", posted.Ts));

        (posted.Ok, pin.RetryAfter).ShouldBe((true, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Acts_and_looks_by_http()
    {
        await using var rig = await SlackRig.StartAsync();
        using var socket = await rig.ConnectAsync();
        var root = rig.Slack.ApiUrl.GetLeftPart(UriPartial.Authority);

        var asking = rig.RespondAsync($"{root}/_control/command", """{"user":"ada","channel":"#desk","command":"/talks","text":"help"}""");
        await socket.TakeAsync("""{"response_type":"in_channel","text":"helped"}""");
        var answer = await asking;
        await rig.RespondAsync($"{root}/_control/fault", """{"kind":"html","method":"chat.postMessage"}""");
        var faulty = await rig.PostAsync("x");
        var seen = JsonNode.Parse(await rig.Http.GetStringAsync(new Uri($"{root}/_control/messages/desk"), SlackRig.Token));
        var wrong = await rig.RespondAsync($"{root}/_control/command", """{"user":"nobody"}""");

        ((string?)answer["kind"], (string?)answer["messages"]![0]!["_shown"]).ShouldBe(("Acked", "helped"));
        ((int)faulty.Status, (string?)seen![0]!["text"], (int)wrong.Status).ShouldBe((502, "helped", 400));
    }
}
