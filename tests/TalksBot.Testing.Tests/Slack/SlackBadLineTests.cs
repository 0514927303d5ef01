using System.Net;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackBadLineTests
{
    /// <summary>Among them those that Slack added in 2026.</summary>
    [Theory]
    [InlineData("app_access_restricted")]
    [InlineData("attachment_payload_limit_exceeded")]
    [InlineData("missing_file_data")]
    [InlineData("slack_connect_file_upload_sharing_blocked")]
    [InlineData("slack_connect_canvas_sharing_blocked")]
    [InlineData("send_on_behalf_not_allowed")]
    [InlineData("file_type_not_allowed")]
    [InlineData("file_uploads_except_images_disabled")]
    [InlineData("app_cannot_join_channel")]
    public async Task Refuses_with_any_error_on_demand(string error)
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.Faults.Add(new WebFault(WebFaultKind.ErrorBeforeCommit) { Error = error });

        (await rig.PostAsync("x")).Error.ShouldBe(error);

        rig.Slack.Messages(rig.Channel).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("0", "0")]
    [InlineData("-1", "-1")]
    [InlineData("Fri, 27 Nov 2026 12:00:00 GMT", "Fri, 27 Nov 2026 12:00:00 GMT")]
    [InlineData(null, "2")]
    public async Task Asks_to_wait_in_odd_words(string? said, string? shown)
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.Faults.Add(new WebFault(WebFaultKind.RateLimited) { Wait = TimeSpan.FromSeconds(1.5), RetryAfter = said });

        var reply = await rig.PostAsync("x");

        (reply.Status, reply.Headers.GetValueOrDefault("Retry-After")).ShouldBe((HttpStatusCode.TooManyRequests, shown));
    }

    [Theory]
    [InlineData(WebFaultKind.Hang, 0)]
    [InlineData(WebFaultKind.HangAfterCommit, 1)]
    public async Task Leaves_who_asks_without_an_answer(WebFaultKind kind, int posted)
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.Faults.Add(new WebFault(kind));

        var asking = rig.PostAsync("x");
        (await Task.WhenAny(asking, Task.Delay(500, SlackRig.Token))).ShouldNotBe(asking);

        rig.Slack.Messages(rig.Channel).Count.ShouldBe(posted);
        rig.Http.CancelPendingRequests();
        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Fails_breaks_off_and_trickles_after_the_work_is_done()
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.Faults.Add(new WebFault(WebFaultKind.HtmlAfterCommit));
        (await rig.PostAsync("1")).Status.ShouldBe(HttpStatusCode.BadGateway);
        rig.Slack.Faults.Add(new WebFault(WebFaultKind.CutBody));
        await Should.ThrowAsync<HttpRequestException>(() => rig.PostAsync("2"));
        rig.Slack.Faults.Add(new WebFault(WebFaultKind.Trickle) { Wait = TimeSpan.FromMilliseconds(1) });
        (await rig.PostAsync("3")).Ok.ShouldBeTrue();
        rig.Slack.Faults.Add(new WebFault(WebFaultKind.Status) { Status = 520 });
        ((int)(await rig.PostAsync("4")).Status).ShouldBe(520);

        rig.Slack.Messages(rig.Channel).Select(message => message.Text).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Opens_a_socket_without_a_hello_and_closes_one_with_any_code()
    {
        await using var rig = await SlackRig.StartAsync();
        rig.Slack.Faults.WithholdHello();
        using var silent = await SlackSocket.OpenAsync(await rig.TicketAsync());
        await Eventually.IsTrueAsync(() => rig.Slack.Connections is 1);

        rig.Slack.Faults.SendRaw("""{"type":"nonsense"}""");
        rig.Slack.Faults.CloseSockets(1011);

        ((string?)(await silent.HearAsync())!["type"]).ShouldBe("nonsense");
        (await silent.HearAsync()).ShouldBeNull();
    }
}
