using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackScheduleTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Posts_at_its_moment_and_lists_until_then()
    {
        await using var rig = await StartAsync();
        var scheduled = await ScheduleAsync(rig, TimeSpan.FromMinutes(10), "later");
        var listed = await rig.CallAsync("chat.scheduledMessages.list", []);

        _clock.Advance(TimeSpan.FromMinutes(9));
        var before = rig.Slack.Messages(rig.Channel).Count;
        _clock.Advance(TimeSpan.FromMinutes(1));

        ((string?)listed["scheduled_messages"]![0]!["id"], before).ShouldBe(((string?)scheduled["scheduled_message_id"], 0));
        rig.Slack.Messages(rig.Channel).ShouldHaveSingleItem().Text.ShouldBe("later");
        (await rig.CallAsync("chat.scheduledMessages.list", []))["scheduled_messages"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Never_posts_one_with_metadata()
    {
        await using var rig = await StartAsync();
        await ScheduleAsync(rig, TimeSpan.FromMinutes(10), "marked", new JsonObject { ["event_type"] = "x", ["event_payload"] = new JsonObject() });

        _clock.Advance(TimeSpan.FromMinutes(20));

        rig.Slack.Messages(rig.Channel).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-60, "time_in_past")]
    [InlineData(121 * 24 * 3600, "time_too_far")]
    public async Task Refuses_the_past_and_what_is_too_far(int seconds, string error)
    {
        await using var rig = await StartAsync();

        (await ScheduleAsync(rig, TimeSpan.FromSeconds(seconds), "x")).Error.ShouldBe(error);
    }

    [Fact]
    public async Task Takes_thirty_in_five_minutes_of_a_channel()
    {
        await using var rig = await StartAsync();
        var other = rig.Slack.AddChannel("other");
        for (var n = 0; n < 30; n++)
        {
            (await ScheduleAsync(rig, TimeSpan.FromMinutes(10), $"{n}")).Error.ShouldBeNull();
        }

        (await ScheduleAsync(rig, TimeSpan.FromMinutes(14), "one more")).Error.ShouldBe("restricted_too_many");
        (await ScheduleAsync(rig, TimeSpan.FromMinutes(15), "the next window")).Error.ShouldBeNull();
        (await ScheduleAsync(rig, TimeSpan.FromMinutes(10), "elsewhere", channel: other)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Takes_one_back_once()
    {
        await using var rig = await StartAsync();
        var scheduled = await ScheduleAsync(rig, TimeSpan.FromMinutes(10), "never");
        var back = new JsonObject { ["channel"] = rig.Channel, ["scheduled_message_id"] = (string?)scheduled["scheduled_message_id"] };

        var first = await rig.CallAsync("chat.deleteScheduledMessage", back.DeepClone().AsObject());
        var second = await rig.CallAsync("chat.deleteScheduledMessage", back);
        _clock.Advance(TimeSpan.FromMinutes(20));

        (first.Error, second.Error).ShouldBe((null, "invalid_scheduled_message_id"));
        rig.Slack.Messages(rig.Channel).ShouldBeEmpty();
    }

    private Task<SlackRig> StartAsync() => SlackRig.StartAsync(SlackRig.Quick with { Time = _clock, Tier3 = new(1000, TimeSpan.FromSeconds(1), 1000) });

    private Task<SlackReply> ScheduleAsync(SlackRig rig, TimeSpan after, string text, JsonObject? metadata = null, string? channel = null) => rig.CallAsync("chat.scheduleMessage", new JsonObject
    {
        ["channel"] = channel ?? rig.Channel,
        ["text"] = text,
        ["post_at"] = (_clock.GetUtcNow() + after).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["metadata"] = metadata,
    });
}
