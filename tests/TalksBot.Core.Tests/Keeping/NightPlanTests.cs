using TalksBot.Core.Keeping;

namespace TalksBot.Core.Tests.Keeping;

public sealed class NightPlanTests
{
    private static readonly NightPlan HalfPastThree = new(new LocalTime(3, 30), DateTimeZoneProviders.Tzdb["America/New_York"]);
    private static readonly Instant Night = Instant.FromUtc(2026, 11, 27, 8, 30);

    [Fact]
    public void A_copy_is_owed_from_the_hour_on_until_it_is_made()
    {
        var yesterday = Night - Duration.FromDays(1);

        HalfPastThree.IsDue(yesterday, Night - Duration.FromSeconds(1)).ShouldBeFalse();
        HalfPastThree.IsDue(yesterday, Night).ShouldBeTrue();
        HalfPastThree.IsDue(Night, Night + Duration.FromHours(23)).ShouldBeFalse();
    }

    [Fact]
    public void A_night_that_was_missed_is_owed_the_next_day() =>
        HalfPastThree.IsDue(Night - Duration.FromDays(1), Night + Duration.FromHours(9)).ShouldBeTrue();

    [Fact]
    public void Without_any_copy_one_is_owed_at_once() => HalfPastThree.IsDue(lastGood: null, Night + Duration.FromHours(1)).ShouldBeTrue();

    [Fact]
    public void The_hour_that_clocks_skip_comes_all_the_same()
    {
        var plan = HalfPastThree with { Hour = new LocalTime(2, 30) };

        plan.NextAfter(Instant.FromUtc(2026, 3, 8, 0, 0)).ShouldBe(Instant.FromUtc(2026, 3, 8, 7, 0));
    }

    [Fact]
    public void A_clock_that_went_back_an_hour_owes_nothing_twice() =>
        HalfPastThree.IsDue(Night + Duration.FromMinutes(1), Night - Duration.FromMinutes(59)).ShouldBeFalse();
}
