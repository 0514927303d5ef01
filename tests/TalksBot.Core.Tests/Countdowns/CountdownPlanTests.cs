using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Tests.Agenda;

namespace TalksBot.Core.Tests.Countdowns;

/// <summary>Which rungs a deadline has and who hears each.</summary>
public sealed class CountdownPlanTests
{
    private static readonly Instant Noon = PlannedTalks.Noon;
    private static readonly Instant Zero = Noon + Duration.FromDays(1);

    [Fact]
    public void The_rungs_of_all_ladders_come_each_once_the_longest_first_and_the_deadline_itself_always()
    {
        CountdownPlan.RungsAhead(Zero, [Of("1h, 5m"), Of("3h, 1h")], Noon).ShouldBe([Duration.FromHours(3), Duration.FromHours(1), Duration.FromMinutes(5), Duration.Zero]);
        CountdownPlan.RungsAhead(Zero, [], Noon).ShouldBe([Duration.Zero]);
        CountdownPlan.RungsAhead(Zero, [Of("3h, 1h")], Zero - Duration.FromHours(1)).ShouldBe([Duration.Zero]);
    }

    [Fact]
    public void A_channel_hears_its_own_rungs_and_the_deadline_itself_from_when_it_follows()
    {
        var desk = new PlannedTalks();
        var follow = desk.Follow("terminal:one", "1h");

        CountdownPlan.Hears(follow, Duration.FromHours(1), Zero).ShouldBeTrue();
        CountdownPlan.Hears(follow, Duration.FromHours(3), Zero).ShouldBeFalse();
        CountdownPlan.Hears(follow, Duration.Zero, Zero).ShouldBeTrue();
        CountdownPlan.Hears(follow, Duration.Zero, follow.Since).ShouldBeTrue();
        CountdownPlan.Hears(follow, Duration.Zero, follow.Since - Duration.Epsilon).ShouldBeFalse();

        desk.Talks.RemoveFollow(follow, PlannedTalks.Desk(Noon));
        CountdownPlan.Hears(follow, Duration.FromHours(1), Zero).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, WirePriority.Bulletin)]
    [InlineData(1, WirePriority.Urgent)]
    [InlineData(60, WirePriority.Urgent)]
    [InlineData(61, WirePriority.Regular)]
    public void The_last_hour_is_urgent_and_the_deadline_itself_a_bulletin(int minutes, WirePriority priority) =>
        CountdownPriority.Of(Duration.FromMinutes(minutes)).ShouldBe(priority);

    private static Ladder Of(string rungs) => Ladder.TryParse(rungs, out var ladder) ? ladder : throw new InvalidOperationException(rungs);
}
