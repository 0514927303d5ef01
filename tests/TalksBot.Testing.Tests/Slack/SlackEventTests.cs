using Microsoft.Extensions.Time.Testing;
using TalksBot.Simulators.Slack;

namespace TalksBot.Testing.Tests.Slack;

public sealed class SlackEventTests
{
    private static SlackSimulatorOptions Subscribed { get; } = SlackRig.Quick with
    {
        Events = ["message", "reaction_added", "channel_archive", "channel_deleted", "channel_left", "member_left_channel"],
        EventRetries = [],
    };

    [Fact]
    public async Task Tells_what_the_app_subscribed_to()
    {
        await using var rig = await SlackRig.StartAsync(Subscribed);
        using var socket = await rig.ConnectAsync();

        var ts = rig.Slack.Say(rig.Channel, rig.Ada, "hello");
        var said = (await socket.TakeAsync())["event"]!;
        rig.Slack.React(rig.Channel, rig.Ada, ts, "eyes");
        var reacted = (await socket.TakeAsync())["event"]!;
        rig.Slack.Archive(rig.Channel);
        var archived = (await socket.TakeAsync())["event"]!;
        rig.Slack.Remove(rig.Channel, rig.Slack.BotUserId);
        var (member, left) = ((await socket.TakeAsync())["event"]!, (await socket.TakeAsync())["event"]!);
        rig.Slack.DeleteChannel(rig.Channel);
        var deleted = (await socket.TakeAsync())["event"]!;

        ((string?)said["text"], (string?)said["channel_type"], (string?)reacted["reaction"]).ShouldBe(("hello", "channel", "eyes"));
        new[] { archived, member, left, deleted }.Select(one => ((string?)one["type"], (string?)one["channel"]))
            .ShouldBe([("channel_archive", rig.Channel), ("member_left_channel", rig.Channel), ("channel_left", rig.Channel), ("channel_deleted", rig.Channel)]);
    }

    [Fact]
    public async Task Keeps_quiet_about_the_rest()
    {
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick);
        using var socket = await rig.ConnectAsync();

        rig.Slack.Say(rig.Channel, rig.Ada, "hello");
        rig.Slack.Archive(rig.Channel);
        rig.Slack.Archive(rig.Channel, archived: false);
        var mentioning = rig.Slack.MentionAsync(rig.Channel, rig.Ada, null, "there", SlackRig.Token);

        ((string?)(await socket.TakeAsync())["event"]!["type"]).ShouldBe("app_mention");
        await mentioning;
    }

    [Fact]
    public async Task Brings_later_what_was_missed_under_its_own_id()
    {
        await using var rig = await SlackRig.StartAsync(Subscribed);
        rig.Slack.Say(rig.Channel, rig.Ada, "while nobody listened");
        await Eventually.IsTrueAsync(() => rig.Slack.Faults.ReplayEvents() > 0);
        await Eventually.IsTrueAsync(() => rig.Slack.Faults.ReplayEvents() > 0);

        using var socket = await rig.ConnectAsync();
        await Eventually.IsTrueAsync(() => rig.Slack.Faults.ReplayEvents() > 0);
        var late = await socket.TakeAsync();
        await Eventually.IsTrueAsync(() => rig.Slack.Faults.ReplayEvents(everything: true) > 0);
        var again = await socket.TakeAsync();

        ((string?)late["event"]!["text"], (string?)again["event_id"]).ShouldBe(("while nobody listened", (string?)late["event_id"]));
    }

    [Fact]
    public async Task Sends_each_event_to_one_of_several_sockets()
    {
        await using var rig = await SlackRig.StartAsync(Subscribed);
        using var one = await rig.ConnectAsync();
        using var two = await rig.ConnectAsync();
        var (first, second) = (one.TakeAsync(), two.TakeAsync());

        for (var said = 0; said < 40 && !(first.IsCompleted && second.IsCompleted); said++)
        {
            rig.Slack.Say(rig.Channel, rig.Ada, $"{said}");
            await Task.WhenAny(Task.WhenAll(first, second), Task.Delay(50, SlackRig.Token));
        }

        var ids = new[] { await first, await second }.Select(payload => (string?)payload["event_id"]).ToList();
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Lets_history_lag()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        await using var rig = await SlackRig.StartAsync(SlackRig.Quick with { Time = clock });
        rig.Slack.Faults.HistoryLag = TimeSpan.FromSeconds(5);
        await rig.PostAsync("hi");

        var early = await rig.FormAsync("conversations.history", ("channel", rig.Channel));
        clock.Advance(TimeSpan.FromSeconds(5));
        var later = await rig.FormAsync("conversations.history", ("channel", rig.Channel));

        (early["messages"]!.AsArray().Count, later["messages"]!.AsArray().Count).ShouldBe((0, 1));
    }
}
