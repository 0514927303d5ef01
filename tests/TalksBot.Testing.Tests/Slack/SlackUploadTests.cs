using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackUploadTests
{
    private static readonly byte[] Bytes = [137, 80, 78, 71];

    [Fact]
    public async Task Shows_a_file_only_after_it_was_processed()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Time = clock, FileProcessing = TimeSpan.FromSeconds(1) });
        var (id, url) = await AnnounceAsync(rig);
        await UploadAsync(rig, url, Bytes);
        await rig.CallAsync("files.completeUploadExternal", new JsonObject { ["files"] = new JsonArray(new JsonObject { ["id"] = id, ["title"] = "Chart" }) });
        var image = $$$"""[{"type":"image","alt_text":"a chart","slack_file":{"id":"{{{id}}}"}}]""";

        var early = await rig.PostBlocksAsync(image);
        var waiting = await rig.FormAsync("files.info", ("file", id));
        clock.Advance(TimeSpan.FromSeconds(1));
        var ready = await rig.FormAsync("files.info", ("file", id));
        var shown = await rig.PostBlocksAsync(image);

        early.Messages.ShouldBe("[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]");
        ((string?)waiting["file"]!["mimetype"], (string?)ready["file"]!["mimetype"], shown.Ok).ShouldBe(("", "image/png", true));
        var file = rig.Slack.Messages(rig.Channel).Single().Files.Single();
        (file.Id, file.Title, file.AltText).ShouldBe((id, "Chart", "chart"));
        file.Bytes.ToArray().ShouldBe(Bytes);
    }

    [Fact]
    public async Task Gives_the_bytes_out_by_either_private_address()
    {
        await using var rig = await SlackRig.StartAsync();
        var (id, url) = await AnnounceAsync(rig);
        await UploadAsync(rig, url, Bytes);
        await rig.FormAsync("files.completeUploadExternal", ("files", $$"""[{"id":"{{id}}"}]"""));
        var file = (await rig.FormAsync("files.info", ("file", id)))["file"]!;

        foreach (var key in new[] { "url_private", "url_private_download" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, (string)file[key]!);
            request.Headers.Authorization = new("Bearer", rig.Slack.BotToken);
            using var response = await rig.Http.SendAsync(request, SlackRig.Token);
            (await response.Content.ReadAsByteArrayAsync(SlackRig.Token)).ShouldBe(Bytes, key);
        }
    }

    [Fact]
    public async Task Takes_the_announced_length_once()
    {
        await using var rig = await SlackRig.StartAsync();
        var (_, url) = await AnnounceAsync(rig);

        var shorter = await UploadAsync(rig, url, [1]);
        var right = await UploadAsync(rig, url, Bytes);
        var again = await UploadAsync(rig, url, Bytes);

        ((int)shorter.Status, (int)right.Status, right.Text, (int)again.Status).ShouldBe((400, 200, "OK - 4", 404));
    }

    [Fact]
    public async Task Refuses_to_complete_what_was_not_uploaded()
    {
        await using var rig = await SlackRig.StartAsync();
        var (id, _) = await AnnounceAsync(rig);

        var complete = await rig.FormAsync("files.completeUploadExternal", ("files", $$"""[{"id":"{{id}}"}]"""));
        var shown = await rig.FormAsync("files.info", ("file", id));
        var empty = await rig.FormAsync("files.getUploadURLExternal", ("filename", "a.png"), ("length", "0"));

        (complete.Error, shown.Error, empty.Error).ShouldBe(("file_not_found", "file_not_found", "missing_argument"));
    }

    [Fact]
    public async Task Shares_into_a_channel_and_tells_the_ts_by_file_only()
    {
        await using var rig = await SlackRig.StartAsync();
        var (id, url) = await AnnounceAsync(rig);
        await UploadAsync(rig, url, Bytes);

        var complete = await rig.FormAsync("files.completeUploadExternal", ("files", $$"""[{"id":"{{id}}"}]"""), ("channel_id", rig.Channel), ("initial_comment", "look"));
        var info = await rig.FormAsync("files.info", ("file", id));

        complete.Body!.ContainsKey("ts").ShouldBeFalse();
        var posted = rig.Slack.Messages(rig.Channel).Single();
        (posted.Text, posted.Files.Single().Name).ShouldBe(("look", "chart.png"));
        ((string?)info["file"]!["shares"]!["public"]![rig.Channel]![0]!["ts"]).ShouldBe(posted.Ts);
    }

    [Fact]
    public async Task Gives_a_files_bytes_to_whoever_shows_the_bots_token()
    {
        await using var rig = await SlackRig.StartAsync();
        var (id, url) = await AnnounceAsync(rig);
        await UploadAsync(rig, url, Bytes);
        await rig.FormAsync("files.completeUploadExternal", ("files", $$"""[{"id":"{{id}}"}]"""), ("channel_id", rig.Channel));
        var file = rig.Slack.Messages(rig.Channel).Single().Files.Single().Url;

        using var refused = await rig.Http.GetAsync(file, SlackRig.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { Authorization = new("Bearer", rig.Slack.BotToken) } };
        using var given = await rig.Http.SendAsync(request, SlackRig.Token);

        refused.IsSuccessStatusCode.ShouldBeFalse();
        (await given.Content.ReadAsByteArrayAsync(SlackRig.Token)).ShouldBe(Bytes);
    }

    private static async Task<(string Id, string Url)> AnnounceAsync(SlackRig rig)
    {
        var reply = await rig.FormAsync("files.getUploadURLExternal", ("filename", "chart.png"), ("length", "4"), ("alt_txt", "chart"));
        return ((string)reply["file_id"]!, (string)reply["upload_url"]!);
    }

    private static async Task<SlackReply> UploadAsync(SlackRig rig, string url, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        using var response = await rig.Http.PostAsync(new Uri(url), content, SlackRig.Token);
        return await SlackReply.ReadAsync(response, SlackRig.Token);
    }
}
