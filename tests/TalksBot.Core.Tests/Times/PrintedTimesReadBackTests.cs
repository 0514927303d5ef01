using CsCheck;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>Everything printed reads back as the same moment, in every zone and through every clock change.</summary>
public sealed class PrintedTimesReadBackTests
{
    private const int Tries = 2000;

    private static readonly Gen<(DateTimeZone Zone, Instant At, DateTimeZone Home, Instant Now)> _moments =
        from zone in Given.AnyZone
        from at in Given.MomentIn(zone)
        from home in Given.AnyZone
        from days in Gen.Int[-149, 149]
        from seconds in Gen.Int[0, 86_399]
        select (zone, at, home, at + Duration.FromDays(days) + Duration.FromSeconds(seconds));

    [Fact]
    public void Full_reads_back_whenever_it_is_read() =>
        _moments.Sample(
            moment => Reads(TimeWording.Full(CivilTime.At(moment.At, moment.Zone)), moment.At, Context(moment.Home, Given.Tuesday)),
            iter: Tries);

    [Fact]
    public void Clock_times_read_back() =>
        _moments.Sample(
            moment => Reads(TimeWording.ClockTime(moment.At, new("", moment.Zone), null, moment.Now), moment.At, Context(moment.Home, moment.Now)),
            iter: Tries);

    [Fact]
    public void Every_piece_of_a_clock_line_reads_back() =>
        _moments.Sample(
            moment =>
            {
                WallClock[] clocks = [new("", moment.Home), new("", moment.Zone), new("Press room", moment.Zone), .. Given.Clocks];
                var context = Context(moment.Home, moment.Now) with { Clocks = clocks };
                return TimeWording.ClockLine(moment.At, clocks, moment.Now).Split(" · ").All(piece => Reads(piece, moment.At, context));
            },
            iter: Tries / 3);

    [Fact]
    public void A_clock_with_a_name_of_its_own_reads_back_beside_its_clock() =>
        _moments.Sample(
            moment =>
            {
                var clock = new WallClock("Press room", moment.Zone);
                var context = Context(moment.Home, moment.Now) with { Clocks = [clock] };
                return Reads(TimeWording.ClockTime(moment.At, clock, null, moment.Now), moment.At, context);
            },
            iter: Tries / 3);

    [Fact]
    public void Iso_civil_times_read_back_with_their_zone() =>
        _moments.Sample(
            moment =>
            {
                var time = CivilTime.At(moment.At, moment.Zone);
                return Given.Understood(TimeWording.Iso(time), Context(moment.Home, moment.Now)) == time;
            },
            iter: Tries);

    [Fact]
    public void Iso_instants_read_back() =>
        _moments.Sample(moment => Reads(TimeWording.Iso(moment.At), moment.At, Context(moment.Home, moment.Now)), iter: Tries);

    [Fact]
    public void Every_zone_of_the_database_reads_back_in_both_seasons()
    {
        string[] moments = ["1995-01-15T12:34:00Z", "1995-07-15T12:34:00Z", "2030-01-15T12:34:00Z", "2030-07-15T12:34:00Z"];

        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(Given.Zone))
        {
            foreach (var at in moments.Select(Given.At))
            {
                Reads(TimeWording.Full(CivilTime.At(at, zone)), at, Context(Given.NewYork, Given.Tuesday)).ShouldBeTrue(zone.Id);
            }
        }
    }

    private static bool Reads(string text, Instant at, TimeContext context)
    {
        Given.Understood(text, context).ToInstant().ShouldBe(at, text);
        return true;
    }

    private static TimeContext Context(DateTimeZone home, Instant now) => new(now, home, Given.Clocks, TimeTense.Any);
}
