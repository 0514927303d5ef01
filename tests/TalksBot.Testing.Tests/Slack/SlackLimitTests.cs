using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackLimitTests
{
    private static FakeTimeProvider Clock => new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("""[{"type":"header","text":{"type":"plain_text","text":"$151"}}]""", "must be less than 151 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("""[{"type":"divider"},{"type":"section","text":{"type":"mrkdwn","text":"$3001"}}]""", "must be less than 3001 characters [json-pointer:/blocks/1/text/text]")]
    [InlineData("""[{"type":"section"}]""", "must provide one of: text, fields [json-pointer:/blocks/0]")]
    [InlineData("""[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]""", "must be a valid enum value: plain_text [json-pointer:/blocks/0/text/type]")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"$76"}}]}]""", "[json-pointer:/blocks/0/elements/0/text/text]")]
    [InlineData("""[{"type":"actions","elements":[{"type":"static_select","options":[]}]}]""", "no less than 1 items allowed [json-pointer:/blocks/0/elements/0/options]")]
    [InlineData("""[{"type":"image","image_url":"https://example.test/a.png"}]""", "missing required field: alt_text [json-pointer:/blocks/0]")]
    [InlineData("""[{"type":"image","alt_text":"a","slack_file":{"id":"F00000000"}}]""", "invalid slack file [json-pointer:/blocks/0/slack_file]")]
    [InlineData("""[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""", "`block_id` 'a' already exists [json-pointer:/blocks/1/block_id]")]
    [InlineData("""[{"type":"data_table","caption":"x","rows":[[]]}]""", "no less than 2 items allowed [json-pointer:/blocks/0/rows]")]
    [InlineData("""[{"type":"data_table","rows":[[],[]],"page_size":101}]""", "missing required field: caption [json-pointer:/blocks/0]")]
    [InlineData("""[{"type":"data_table","caption":"x","rows":[[],[]],"page_size":101}]""", "must be between 1 and 100 [json-pointer:/blocks/0/page_size]")]
    [InlineData("""[{"type":"banner"}]""", "unsupported type: banner [json-pointer:/blocks/0/type]")]
    public async Task Names_the_place_of_a_bad_block(string blocks, string complaint)
    {
        await using var rig = await SlackRig.StartAsync();
        var sized = Regex.Replace(blocks, @"\$[0-9]+", found => new string('x', int.Parse(found.Value[1..], CultureInfo.InvariantCulture)), RegexOptions.None, TimeSpan.FromSeconds(1));

        var reply = await rig.PostBlocksAsync(sized);

        reply.Error.ShouldBe("invalid_blocks");
        reply.Messages.ShouldContain(complaint);
        rig.Slack.Stats.InvalidRequests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Refuses_too_many_blocks_too_much_text_and_a_second_table()
    {
        await using var rig = await SlackRig.StartAsync();
        var table = """{"type":"table","rows":[[{"type":"raw_text","text":"x"}]]}""";
        var section = $$$"""{"type":"section","text":{"type":"mrkdwn","text":"{{{new string('x', 2700)}}}"}}""";

        var many = await rig.PostBlocksAsync($"[{string.Join(',', Enumerable.Repeat("""{"type":"divider"}""", 51))}]");
        var heavy = await rig.PostBlocksAsync($"[{string.Join(',', Enumerable.Repeat(section, 5))}]");
        var tables = await rig.PostBlocksAsync($"[{table},{table}]");
        var encoded = await rig.FormAsync("chat.postMessage", ("channel", rig.Channel), ("blocks", "\"[]\""));

        (many.Error, heavy.Error, tables.Error, encoded.Error).ShouldBe(("invalid_blocks", "msg_blocks_too_long", "invalid_attachments", "invalid_blocks_format"));
    }

    [Fact]
    public async Task Lets_one_post_a_second_into_a_channel_after_a_burst()
    {
        var clock = Clock;
        await using var rig = await SlackRig.StartAsync(new SlackSimulatorOptions { Time = clock });
        var other = rig.Slack.AddChannel("other");
        for (var i = 0; i < 3; i++)
        {
            (await rig.PostAsync("x")).Ok.ShouldBeTrue();
        }

        var refused = await rig.PostAsync("x");
        var elsewhere = await rig.CallAsync("chat.postMessage", new JsonObject { ["channel"] = other, ["text"] = "x" });
        clock.Advance(TimeSpan.FromSeconds(1));
        var later = await rig.PostAsync("x");

        (refused.Status, refused.RetryAfter, refused.Error).ShouldBe((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1), "ratelimited"));
        (elsewhere.Ok, later.Ok, rig.Slack.Stats.TooManyRequests).ShouldBe((true, true, 1));
    }

    [Fact]
    public async Task Keeps_a_bucket_per_method()
    {
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Time = Clock, Tier3 = new(2, TimeSpan.FromMinutes(1), 2) });

        var replies = new List<SlackReply>();
        for (var i = 0; i < 3; i++)
        {
            replies.Add(await rig.FormAsync("conversations.info", ("channel", rig.Channel)));
        }

        replies.Select(one => (int)one.Status).ShouldBe([200, 200, 429]);
        replies[2].RetryAfter.ShouldBe(TimeSpan.FromSeconds(30));
        (await rig.FormAsync("conversations.history", ("channel", rig.Channel))).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Holds_apps_that_are_sold_to_one_history_a_minute()
    {
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Time = Clock, CommerciallyDistributed = true });

        var first = await rig.FormAsync("conversations.history", ("channel", rig.Channel));
        var second = await rig.FormAsync("conversations.history", ("channel", rig.Channel));

        (first.Ok, second.Status).ShouldBe((true, HttpStatusCode.TooManyRequests));
    }
}
