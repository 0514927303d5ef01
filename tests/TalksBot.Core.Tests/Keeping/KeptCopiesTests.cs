using CsCheck;
using TalksBot.Core.Keeping;

namespace TalksBot.Core.Tests.Keeping;

public sealed class KeptCopiesTests
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public void After_years_of_nights_seven_days_and_four_weeks_are_left()
    {
        var nights = Enumerable.Range(0, 1000).Select(day => Instant.FromUtc(2026, 1, 1, 8, 30) + Duration.FromDays(day)).ToList();
        List<Instant> left = [];
        foreach (var night in nights)
        {
            left.Add(night);
            left = [.. KeptCopies.Of(left, NewYork, daily: 7, weekly: 4)];
        }

        var days = left.Order().Select(at => at.InZone(NewYork).Date).ToList();
        days.TakeLast(7).ShouldBe(Enumerable.Range(0, 7).Select(back => days[^1].PlusDays(back - 6)));
        days.Count.ShouldBeInRange(9, 10);
        days.Take(days.Count - 7).ShouldAllBe(day => day.DayOfWeek == IsoDayOfWeek.Sunday);
    }

    [Fact]
    public void Several_copies_of_a_day_count_as_one()
    {
        var noon = Instant.FromUtc(2026, 11, 27, 17, 0);

        KeptCopies.Of([noon, noon + Duration.FromHours(1), noon + Duration.FromHours(2)], NewYork, daily: 7, weekly: 4)
            .ShouldBe([noon + Duration.FromHours(2)]);
    }

    [Fact]
    public void The_newest_is_always_kept_and_no_more_than_asked_for() => Gen.Select(Gen.Int[0, 4000].Array[1, 60], Gen.Int[0, 9], Gen.Int[0, 9])
        .Where((_, daily, weekly) => daily + weekly > 0)
        .Sample((hours, daily, weekly) =>
        {
            var made = hours.Select(hour => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromHours(hour)).ToHashSet();

            var kept = KeptCopies.Of(made, NewYork, daily, weekly);

            kept.ShouldContain(made.Max());
            kept.Count.ShouldBeLessThanOrEqualTo(daily + weekly);
            kept.ShouldBeSubsetOf(made);
        });
}
