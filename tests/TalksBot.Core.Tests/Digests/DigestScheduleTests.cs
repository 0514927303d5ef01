using CsCheck;
using NodaTime.Text;
using TalksBot.Core.Digests;

namespace TalksBot.Core.Tests.Digests;

public sealed class DigestScheduleTests
{
    private static readonly LocalTime Half_past_two = new(2, 30);

    [Fact]
    public void Fires_at_the_first_moment_after_a_gap_that_swallows_its_hour() =>
        Next("1995-04-02T00:00:00", Half_past_two, "America/New_York").ShouldBe(Utc(1995, 4, 2, 7, 0));

    [Fact]
    public void Fires_once_in_an_hour_that_comes_twice()
    {
        var (first, zone) = (Utc(2024, 10, 27, 0, 30), Zone("Europe/Zurich"));

        DigestSchedule.NextAfter(first - Duration.FromMinutes(1), Half_past_two, zone).ShouldBe(first);
        DigestSchedule.NextAfter(first, Half_past_two, zone).ShouldBe(Utc(2024, 10, 28, 1, 30));
    }

    [Fact]
    public void Does_not_fire_again_when_asked_in_the_second_pass_of_a_repeated_hour() =>
        DigestSchedule.NextAfter(Utc(2024, 10, 27, 1, 10), Half_past_two, Zone("Europe/Zurich")).ShouldBe(Utc(2024, 10, 28, 1, 30));

    [Fact]
    public void Does_not_fire_again_when_midnight_comes_twice()
    {
        var (newfoundland, oncePastMidnight) = (Zone("America/St_Johns"), Utc(2010, 11, 7, 2, 30, 30));

        var next = DigestSchedule.NextAfter(oncePastMidnight, LocalTime.Midnight, newfoundland);

        next.InZone(newfoundland).Date.ShouldBe(new LocalDate(2010, 11, 8));
    }

    [Fact]
    public void Still_fires_when_the_gap_swallows_the_end_of_the_day() =>
        Next("2024-03-30T12:00:00", new LocalTime(23, 30), "America/Nuuk").ShouldBe(Utc(2024, 3, 31, 1, 0));

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-29T12:00:00", "2011-12-31T08:00:00")]
    [InlineData("Pacific/Kwajalein", "1993-08-20T12:00:00", "1993-08-22T08:00:00")]
    public void Leaves_out_a_day_that_its_zone_skips(string zone, string after, string next) =>
        Next(after, new LocalTime(8, 0), zone).InZone(Zone(zone)).LocalDateTime.ShouldBe(Local(next));

    [Fact]
    public void Agrees_with_a_watched_clock_in_any_zone_at_any_hour() =>
        Gen.Select(Gen.Int[0, ZoneTransition.CanonicalZones.Count - 1], Gen.Int[0, 1439], Gen.Long[0, Utc(2037, 12, 31, 0, 0).ToUnixTimeSeconds()])
            .Sample((index, minute, seconds) =>
            {
                var zone = ZoneTransition.CanonicalZones[index];
                var (hour, after) = (LocalTime.FromMinutesSinceMidnight(minute), Instant.FromUnixTimeSeconds(seconds));
                var oracle = new WallClockOracle(zone, after - Duration.FromDays(5), after + Duration.FromDays(5));
                var today = oracle.Read(after).Date;

                var expected = oracle.Dues(hour, today.PlusDays(-2), today.PlusDays(3)).First(due => due > after);

                return DigestSchedule.NextAfter(after, hour, zone) == expected;
            });

    [Fact]
    public void Finds_the_latest_of_several_digests_already_due()
    {
        var first = Utc(1995, 6, 26, 12, 0);

        var latest = DigestSchedule.LatestDue(first, Utc(1995, 6, 28, 11, 59), new LocalTime(8, 0), Zone("America/New_York"));

        latest.ShouldBe(Utc(1995, 6, 27, 12, 0));
    }

    [Fact]
    public void Counts_a_digest_due_this_very_moment_as_due()
    {
        var due = Utc(1995, 6, 28, 12, 0);

        DigestSchedule.LatestDue(due - Duration.FromDays(1), due, new LocalTime(8, 0), Zone("America/New_York")).ShouldBe(due);
    }

    private static Instant Next(string after, LocalTime hour, string zone) =>
        DigestSchedule.NextAfter(Local(after).InZoneStrictly(Zone(zone)).ToInstant(), hour, Zone(zone));

    private static LocalDateTime Local(string text) => LocalDateTimePattern.GeneralIso.Parse(text).Value;

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static Instant Utc(int year, int month, int day, int hour, int minute, int second = 0) =>
        Instant.FromUtc(year, month, day, hour, minute, second);
}
