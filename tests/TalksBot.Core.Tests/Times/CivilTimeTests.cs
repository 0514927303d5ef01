using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>A local time with its zone, and the instant that it is.</summary>
public sealed class CivilTimeTests
{
    private static readonly LocalDateTime Skipped = new(2026, 3, 8, 2, 30);
    private static readonly LocalDateTime Twice = new(2026, 11, 1, 1, 30);

    [Fact]
    public void An_instant_is_kept_as_it_reads_there_and_is_the_same_instant_again()
    {
        var time = CivilTime.At(Given.Tuesday, Given.Zurich);

        (time.Local, time.Zone, time.Offset).ShouldBe((new LocalDateTime(1995, 6, 27, 16, 0), Given.Zurich, Offset.FromHours(2)));
        time.ToInstant().ShouldBe(Given.Tuesday);
        time.Plus(Duration.FromHours(10)).ShouldBe(CivilTime.At(Given.Tuesday + Duration.FromHours(10), Given.Zurich));
    }

    [Fact]
    public void A_time_that_comes_twice_is_told_apart_by_its_offset_and_else_the_first()
    {
        new CivilTime(Twice, Given.NewYork, Offset.FromHours(-4)).ToInstant().ShouldBe(Instant.FromUtc(2026, 11, 1, 5, 30));
        new CivilTime(Twice, Given.NewYork, Offset.FromHours(-5)).ToInstant().ShouldBe(Instant.FromUtc(2026, 11, 1, 6, 30));
        new CivilTime(Twice, Given.NewYork, Offset.FromHours(1)).ToInstant().ShouldBe(Instant.FromUtc(2026, 11, 1, 5, 30));
    }

    [Fact]
    public void A_time_that_new_rules_skip_is_the_moment_at_which_the_clock_goes_on() =>
        new CivilTime(Skipped, Given.NewYork, Offset.FromHours(-5)).ToInstant().ShouldBe(Instant.FromUtc(2026, 3, 8, 7, 0));

    [Fact]
    public void A_time_that_comes_once_is_that_whatever_offset_was_written() =>
        new CivilTime(new LocalDateTime(2026, 7, 1, 12, 0), Given.NewYork, Offset.FromHours(9)).ToInstant().ShouldBe(Instant.FromUtc(2026, 7, 1, 16, 0));
}
