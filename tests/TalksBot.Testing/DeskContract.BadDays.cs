using Microsoft.EntityFrameworkCore;
using Shouldly;
using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using Xunit;

namespace TalksBot.Testing;

/// <content>The rows of nights that go wrong, and of what is written down about everything.</content>
public abstract partial class DeskContract
{
    /// <summary>Takes a channel away from the bot.</summary>
    /// <returns>False where the platform has every channel that can be named.</returns>
    protected abstract bool TakeAway(ChannelAddress channel);

    [Fact]
    public async Task What_comes_late_says_so_once_and_how_much_is_left()
    {
        _platform.IsOutOfReach = true;
        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 3, 33));
        (await VisibleMessagesAsync(Channel)).ShouldBeEmpty();

        _platform.IsOutOfReach = false;
        await Bot.AdvanceAsync(Duration.FromMinutes(6));

        var late = (await TextsAsync(Channel)).ShouldHaveSingleItem();
        string[] parts = ["LATE ", " min to go · ", "Tariffs on luxury cars", "30-minute alert, due 23:29 Washington", "the 1-hour alert, due 22:59 Washington"];
        parts.ShouldAllBe(part => late.Contains(part, StringComparison.Ordinal), late);
    }

    [Fact]
    public async Task A_channel_that_would_not_hear_the_deadline_is_told_of_an_hour_before()
    {
        var expected = TakeAway(OtherChannel) ? 1 : 0;

        await Bot.AdvanceToAsync(Instant.FromUtc(1995, 6, 29, 2, 58));

        var alarms = await Bot.ReadAsync(db => db.Deliveries.Where(delivery => delivery.Kind == DeliveryKind.Alarm).ToListAsync(TestContext.Current.CancellationToken));
        alarms.Count.ShouldBe(expected);
        alarms.ShouldAllBe(alarm => alarm.Post.Title.StartsWith($"{OtherChannel} would not hear D1 · ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("deadline move us-japan-autos D1 +36h", "D1", "28 Jun 1995 23:59 Washington", "30 Jun 1995 11:59 Washington")]
    [InlineData("update correct us-japan-autos #1 \"The talks go on\"", "#1", "The talks are over", "The talks go on")]
    [InlineData("update kill us-japan-autos #1 \"the ministry denies it\"", "#1", "The talks are over", "the ministry denies it")]
    public async Task Every_change_is_written_down_with_who_where_when_before_and_after(string line, string subject, string before, string after)
    {
        await AddAsync("The talks are over");
        await SayAsync($"/talks {line}", by: "Ben");

        var trail = PostText.Write((await SayAsync($"/talks audit {Slug}", role: Role.Editor)).Body);

        var last = trail.Split('\n').SkipWhile(words => !words.Contains("Ben", StringComparison.Ordinal)).Take(4).ToList();
        string[] parts = ["Ben", Channel.ToString(), "28 Jun 1995 08:00 Washington", subject, before, after];
        parts.ShouldAllBe(part => string.Join('\n', last).Contains(part, StringComparison.Ordinal), trail);
    }
}
