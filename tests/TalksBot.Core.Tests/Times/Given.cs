using System.Collections.Concurrent;
using CsCheck;
using NodaTime.Text;
using TalksBot.Core.Times;

namespace TalksBot.Core.Tests.Times;

/// <summary>The night of the founding case, and random zones and moments.</summary>
internal static class Given
{
    /// <summary>Tue 27 Jun 1995 10:00 Washington, 16:00 in Geneva.</summary>
    public static readonly Instant Tuesday = At("1995-06-27T14:00:00Z");

    public static readonly DateTimeZone NewYork = Zone("America/New_York");
    public static readonly DateTimeZone Zurich = Zone("Europe/Zurich");
    public static readonly DateTimeZone Tokyo = Zone("Asia/Tokyo");

    public static readonly IReadOnlyList<WallClock> Clocks = [new("", NewYork), new("", Zurich), new("", Tokyo)];

    /// <summary>Typing a new deadline on Tuesday morning in Washington.</summary>
    public static readonly TimeContext Desk = new(Tuesday, NewYork, Clocks, TimeTense.Future);

    public static readonly TimeContext History = Desk with { Tense = TimeTense.Any };

    private static readonly ConcurrentDictionary<DateTimeZone, Instant[]> _changes = new();

    public static Gen<DateTimeZone> AnyZone { get; } =
        Gen.OneOf(DateTimeZoneProviders.Tzdb.Ids.Order(StringComparer.Ordinal).Select(Zone).ToArray());

    /// <summary>Whole minutes, and sometimes seconds, of 1970–2037, half of them within a few hours of a clock change in the zone.</summary>
    public static Gen<Instant> MomentIn(DateTimeZone zone)
    {
        var changes = ChangesIn(zone);
        var unit = Gen.OneOf(60L, 60L, 1L);
        var anywhere = Gen.Select(Gen.Long[0, 2_145_916_800], unit, (second, step) => Instant.FromUnixTimeSeconds(second / step * step));
        var nearChange = Gen.Select(Gen.OneOf(changes.Length > 0 ? changes : [Tuesday]), Gen.Int[-180, 180])
            .Select((change, minutes) => change + Duration.FromMinutes(minutes));
        return Gen.OneOf(anywhere, nearChange);
    }

    /// <summary>When clocks were or will be changed there, 1970–2037.</summary>
    public static Instant[] ChangesIn(DateTimeZone zone) => _changes.GetOrAdd(zone, static zone =>
    [
        .. zone.GetZoneIntervals(Instant.FromUnixTimeSeconds(0), Instant.FromUtc(2037, 12, 31, 0, 0))
            .Skip(1)
            .Select(interval => interval.Start),
    ]);

    public static Instant At(string iso) => InstantPattern.ExtendedIso.Parse(iso).Value;

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static CivilTime Understood(string text, TimeContext context) =>
        TimePhrase.Read(text, context).ShouldBeOfType<TimeReading.Understood>($"\"{text}\"").Time;

    public static string? Note(string text, TimeContext context) =>
        TimePhrase.Read(text, context).ShouldBeOfType<TimeReading.Understood>($"\"{text}\"").Note;

    public static TimeReading.Refused Refused(string text, TimeContext context) =>
        TimePhrase.Read(text, context).ShouldBeOfType<TimeReading.Refused>($"\"{text}\"");

    public static string[] Offered(string text, TimeContext context) =>
        [.. Refused(text, context).Readings.Select(option => option.Typed)];
}
