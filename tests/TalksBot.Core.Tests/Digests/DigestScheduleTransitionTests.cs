using TalksBot.Core.Digests;

namespace TalksBot.Core.Tests.Digests;

/// <summary>The promise "every hour right", kept for every change of every clock in the tz database from 1970 to 2037.</summary>
public sealed class DigestScheduleTransitionTests
{
    private static readonly Lazy<IReadOnlyList<ZoneTransition>> Transitions = new(ZoneTransition.All);
    private static readonly Duration ThreeDays = Duration.FromDays(3);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 30)]
    [InlineData(8, 0)]
    [InlineData(23, 45)]
    public void Fires_exactly_once_per_local_day_around_every_zone_transition(int hours, int minutes)
    {
        var hour = new LocalTime(hours, minutes);

        var faults = Transitions.Value.AsParallel().Select(transition => FaultAround(transition, hour)).Where(fault => fault is not null);

        faults.Take(10).ShouldBeEmpty();
    }

    [Fact]
    public void Looks_at_the_whole_tz_database()
    {
        var transitions = Transitions.Value;

        ZoneTransition.CanonicalZones.Count.ShouldBeGreaterThan(300);
        transitions.Count.ShouldBeGreaterThan(5_000);
        transitions.Min(transition => transition.At).InUtc().Year.ShouldBe(1970);
        transitions.Max(transition => transition.At).InUtc().Year.ShouldBe(2037);
    }

    private static string? FaultAround(ZoneTransition transition, LocalTime hour)
    {
        var (from, to) = (transition.At - ThreeDays, transition.At + ThreeDays);
        var oracle = new WallClockOracle(transition.Zone, from - ThreeDays, to + ThreeDays);
        var dues = oracle.Dues(hour, oracle.Read(from).Date.PlusDays(-1), oracle.Read(to).Date.PlusDays(1)).ToList();
        var expected = dues.Where(due => due > from && due <= to).ToList();
        var walked = Walk(from, to, hour, transition.Zone).ToList();
        if (!walked.SequenceEqual(expected))
        {
            return $"{transition} at {hour}: fires {string.Join(", ", walked)}, not {string.Join(", ", expected)}";
        }

        var strayed = walked.Find(due => Strays(due, hour, oracle));
        return strayed == default ? FaultWithin(transition, hour, dues) : $"{transition} at {hour}: {strayed} is on another day";
    }

    private static IEnumerable<Instant> Walk(Instant from, Instant to, LocalTime hour, DateTimeZone zone)
    {
        for (var due = DigestSchedule.NextAfter(from, hour, zone); due <= to; due = DigestSchedule.NextAfter(due, hour, zone))
        {
            yield return due;
        }
    }

    /// <summary>A digest reads its own hour, a later one of the same day, or comes first thing after a gap that ate the day's end.</summary>
    private static bool Strays(Instant due, LocalTime hour, WallClockOracle oracle)
    {
        var local = oracle.Read(due);
        var skippedTheDayBefore = !oracle.Shows(local.Date.PlusDays(-1) + hour);
        return local.TimeOfDay != hour && oracle.Shows(local.Date + hour) && !skippedTheDayBefore;
    }

    /// <summary>The question may be asked at any moment, also in the middle of a gap's edge or of an hour that comes twice.</summary>
    private static string? FaultWithin(ZoneTransition transition, LocalTime hour, List<Instant> dues)
    {
        for (var minutes = -150; minutes <= 150; minutes += 15)
        {
            var after = transition.At + Duration.FromMinutes(minutes);
            var next = DigestSchedule.NextAfter(after, hour, transition.Zone);
            var expected = dues.First(due => due > after);
            if (next != expected)
            {
                return $"{transition} at {hour}: after {after} comes {next}, not {expected}";
            }
        }

        return null;
    }
}
