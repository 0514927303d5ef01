using Moq;
using TalksBot.Core.Platforms;
using TalksBot.Testing;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>What keeps posts from a channel is told when it happens.</summary>
public sealed class PlaceEventTests
{
    [Theory]
    [InlineData("archived")]
    [InlineData("left")]
    public async Task A_channel_that_was_archived_or_left_is_told_at_once(string how)
    {
        await using var rig = await CommandRig.StartAsync();
        rig.Slack.Subscribe([.. SlackManifest.PlaceEvents]);
        await rig.OpenTalksAsync();
        await rig.RunAsync(rig.Ada, $"follow add us-japan-autos channel:slack:main/{rig.Channel} confirm:yes");

        if (how == "archived")
        {
            rig.Slack.Archive(rig.Channel);
        }
        else
        {
            rig.Slack.Remove(rig.Channel, rig.Slack.BotUserId);
        }

        await rig.RaisedAsync();
        rig.RaisedOnce(trouble => trouble.What.StartsWith($"slack:main/{rig.Channel} cannot be posted to any more: ", StringComparison.Ordinal)
            && trouble.What.Contains("It follows us-japan-autos", StringComparison.Ordinal)
            && trouble.Advice.Contains($"/talks follow remove us-japan-autos channel:slack:main/{rig.Channel}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("app_uninstalled")]
    [InlineData("tokens_revoked")]
    public async Task An_app_that_was_taken_away_says_that_it_must_be_told_over_another_connection(string how)
    {
        await using var room = await Newsroom.StartAsync();
        room.Rig.Slack.Subscribe([.. SlackManifest.PlaceEvents]);

        room.Rig.Slack.TakeAway(how);

        await Eventually.IsTrueAsync(() => room.Rig.Alarm.Invocations.Any(call => call.Arguments is [Trouble { StopsPosts: true }, ..]));
        room.Rig.Alarm.Verify(alarm => alarm.RaiseAsync(
            It.Is<Trouble>(trouble => trouble.StopsPosts && trouble.Connection == "slack:main" && trouble.What.Contains("cannot be posted to any more", StringComparison.Ordinal)),
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task Other_people_may_leave()
    {
        await using var rig = await CommandRig.StartAsync();
        rig.Slack.Subscribe([.. SlackManifest.PlaceEvents]);
        await rig.OpenTalksAsync();
        await rig.RunAsync(rig.Ada, $"follow add us-japan-autos channel:slack:main/{rig.Channel} confirm:yes");

        rig.Slack.Remove(rig.Channel, rig.Cleo);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        rig.RaisedNothing();
    }
}
