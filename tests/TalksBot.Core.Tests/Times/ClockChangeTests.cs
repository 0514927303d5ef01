using CsCheck;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>Every clock change of 1970–2037 in every zone: the hour it skips or repeats is asked, never guessed.</summary>
public sealed class ClockChangeTests
{
    private static readonly Gen<(DateTimeZone Zone, Instant Change)> _changes =
        from zone in Given.AnyZone.Where(zone => Given.ChangesIn(zone).Length > 0)
        from change in Gen.OneOf(Given.ChangesIn(zone))
        select (zone, change);

    [Fact]
    public void A_skipped_or_repeated_local_time_is_refused_with_readings() => _changes.Sample(
        pair =>
        {
            var (before, after) = (pair.Zone.GetUtcOffset(pair.Change - Duration.Epsilon), pair.Zone.GetUtcOffset(pair.Change));
            if (before == after)
            {
                return;
            }

            var (start, end) = (pair.Change.WithOffset(before).LocalDateTime, pair.Change.WithOffset(after).LocalDateTime);
            var local = start < end ? start : end;
            var text = $"{local:uuuu-MM-dd'T'HH:mm:ss}[{pair.Zone.Id}]";

            var refused = Given.Refused(text, Given.History);

            refused.Readings.Count.ShouldBe(2, text);
            refused.Readings.ShouldAllBe(option => option.Time.Zone == pair.Zone || option.Typed.Length > 0);
        },
        iter: 1500);

    [Fact]
    public void A_time_within_a_gap_becomes_the_first_moment_after_it()
    {
        var time = new CivilTime(new(1996, 4, 7, 2, 30), Given.NewYork, Offset.FromHours(-5));

        time.ToInstant().ShouldBe(Given.At("1996-04-07T07:00:00Z"));
    }

    [Theory]
    [InlineData(-4, "1995-10-29T05:30:00Z")]
    [InlineData(-5, "1995-10-29T06:30:00Z")]
    [InlineData(2, "1995-10-29T05:30:00Z")]
    public void A_repeated_time_is_the_pass_with_its_offset_else_the_earlier(int hours, string instant)
    {
        var time = new CivilTime(new(1995, 10, 29, 1, 30), Given.NewYork, Offset.FromHours(hours));

        time.ToInstant().ShouldBe(Given.At(instant));
    }

    [Fact]
    public void A_civil_time_moves_with_the_zone_rules_and_not_with_its_offset()
    {
        var time = new CivilTime(new(1995, 6, 28, 23, 59), Given.NewYork, Offset.FromHours(-5));

        time.ToInstant().ShouldBe(Given.At("1995-06-29T03:59:00Z"));
    }

    [Fact]
    public void Adding_a_duration_counts_elapsed_hours_through_a_change()
    {
        var before = CivilTime.At(Given.At("1996-04-07T06:30:00Z"), Given.NewYork);

        before.Plus(Duration.FromHours(1)).Local.ShouldBe(new(1996, 4, 7, 3, 30));
    }

    [Fact]
    public void Any_moment_survives_the_trip_to_the_wall_and_back() =>
        (from zone in Given.AnyZone from at in Given.MomentIn(zone) select (zone, at))
            .Sample(pair => CivilTime.At(pair.at, pair.zone).ToInstant() == pair.at, iter: 1500);
}
