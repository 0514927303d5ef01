using NodaTime.TimeZones;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Calendars.Reading;

/// <summary>What the names of zones in a calendar mean: by what the calendar itself spells out, and by the names that the world has for them.</summary>
internal sealed class CalendarZones
{
    private const string OutlookUtc = "tzone://Microsoft/Utc";

    private static readonly Dictionary<string, string> Windows =
        TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.ToDictionary(known => known.Key, known => known.Value, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, FileZone?> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileZone?> _inAnyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly DateTimeZone _home;
    private readonly CalendarEffort _effort;

    /// <summary>The zones of a calendar.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="home">The zone on which a time stands whose own has no name.</param>
    /// <param name="effort">What reading them takes is taken from it.</param>
    public CalendarZones(CalendarComponent calendar, DateTimeZone home, CalendarEffort effort)
    {
        (_home, _effort) = (home, effort);
        foreach (var zone in calendar.Parts.Where(part => part.Name == "VTIMEZONE"))
        {
            // As a parameter the name is never escaped, and as a value Exchange escapes the commas of its own.
            var own = FileZone.Read(zone, effort);
            foreach (var name in zone.All("TZID").Take(1).SelectMany(line => new[] { line.Value, line.Text }))
            {
                // Some calendars spell two zones out whose names differ in a capital alone.
                _own.TryAdd(name.Trim().Trim('"'), own);
                _inAnyCase.TryAdd(name.Trim().Trim('"'), own);
            }
        }
    }

    /// <summary>The moment at which the clock of a zone shows a time.</summary>
    /// <param name="name">The zone's name.</param>
    /// <param name="local">The time.</param>
    public ZonedReading Read(string name, LocalDateTime local)
    {
        var (own, named) = (_own.TryGetValue(name, out var exact) ? exact : _inAnyCase.GetValueOrDefault(name), Named(name));
        if (own is null)
        {
            return named is null ? new ZonedReading.Unknown(name) : new ZonedReading.Understood(In(named, local));
        }

        if (own.At(local) is not { } at)
        {
            return named is null || _effort.IsSpent ? new ZonedReading.Differs(name) : new ZonedReading.Understood(In(named, local));
        }

        if (named is not null)
        {
            return In(named, local).ToInstant() == at ? new ZonedReading.Understood(CivilTime.At(at, named)) : new ZonedReading.Differs(name);
        }

        return new ZonedReading.Understood(CivilTime.At(at, Named(own.Place) is { } place && In(place, local).ToInstant() == at ? place : _home));
    }

    /// <summary>A time on a clock: the first of two, and of one that it skips as far after the change as it was meant to be before.</summary>
    public static CivilTime In(DateTimeZone zone, LocalDateTime local) => CivilTime.At(zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant(), zone);

    /// <summary>The zone of the tz database that has that name, by itself, in Windows, or at the end of a path; null for none.</summary>
    public static DateTimeZone? Named(string name)
    {
        if (name.Equals(OutlookUtc, StringComparison.OrdinalIgnoreCase))
        {
            return DateTimeZone.Utc;
        }

        if (Windows.TryGetValue(name, out var id))
        {
            return ZoneIds.Find(id);
        }

        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return name.Length > 128 || IsAbbreviation(name) ? null : Enumerable.Range(0, Math.Max(1, parts.Length - 1)).Select(skipped => Known(string.Join('/', parts.Skip(skipped)))).FirstOrDefault(zone => zone is not null);
    }

    /// <summary>Only names of the tz database itself; the ids of fixed offsets that the library makes up are none.</summary>
    private static DateTimeZone? Known(string id) => id.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) && id.Length > 3 ? null : ZoneIds.Find(id);

    /// <summary>EST is a fixed offset there, and a place whose clocks change to whoever writes it.</summary>
    private static bool IsAbbreviation(string name) => name.Length <= 4 && name.ToUpperInvariant() is not ("UTC" or "GMT" or "ZULU" or "UCT" or "GMT0" or "CUBA" or "EIRE" or "IRAN");
}

/// <summary>A time in a zone of a calendar.</summary>
internal abstract record ZonedReading
{
    private ZonedReading()
    {
    }

    /// <summary>It is a moment.</summary>
    internal sealed record Understood(CivilTime Time) : ZonedReading;

    /// <summary>Nobody knows the zone.</summary>
    internal sealed record Unknown(string Zone) : ZonedReading;

    /// <summary>The calendar spells the zone out otherwise than the world has it.</summary>
    internal sealed record Differs(string Zone) : ZonedReading;
}
