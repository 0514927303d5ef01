using System.Globalization;
using TalksBot.Core.Times;

namespace TalksBot.Core.Calendars.Reading;

/// <summary>A time as a calendar writes it.</summary>
/// <param name="Wall">What the clock shows.</param>
/// <param name="Kind">Whose clock that is.</param>
/// <param name="Zone">The name of its zone; empty for none.</param>
internal sealed record When(LocalDateTime Wall, WhenKind Kind, string Zone)
{
    /// <summary>Another time on the same clock.</summary>
    public When At(LocalDateTime wall) => this with { Wall = wall };

    /// <summary>A time that is said of this one, and of no zone where this one has one, is on the same clock.</summary>
    public When Alike(When other) => other.Kind == WhenKind.Floating ? At(other.Wall) : other;
}

/// <summary>Whose clock shows a time.</summary>
internal enum WhenKind
{
    /// <summary>Everybody's: UTC.</summary>
    Utc,

    /// <summary>That of a zone, which is named.</summary>
    Zoned,

    /// <summary>That of whoever reads it.</summary>
    Floating,

    /// <summary>None: it is a day.</summary>
    Day,
}

/// <summary>Makes moments of the times of a calendar, or says what is missing.</summary>
internal sealed class WhenReader(CalendarZones zones, CalendarAsking asking)
{
    /// <summary>What a calendar is read with.</summary>
    public CalendarAsking Asking => asking;

    /// <summary>A time as it is written; null where it is none.</summary>
    /// <param name="line">The property.</param>
    /// <param name="value">Its value, or one of them.</param>
    public static When? Read(ContentLine line, string value)
    {
        var text = value.Trim();
        if (CalendarValues.Day(text) is { } day)
        {
            return new When(day.AtMidnight(), WhenKind.Day, "");
        }

        var isUtc = text.EndsWith('Z') || text.EndsWith('z');
        return CalendarValues.Local(isUtc ? text[..^1] : text) is not { } wall || wall.Year is < 1900 or > 2200 ? null
            : line["VALUE"].Equals("DATE", StringComparison.OrdinalIgnoreCase) ? new When(wall.Date.AtMidnight(), WhenKind.Day, "")
            : (isUtc, line["TZID"]) switch
            {
                (true, "") => new When(wall, WhenKind.Utc, ""),
                (true, var both) when CalendarZones.Named(both) == DateTimeZone.Utc || CalendarZones.Named(both)?.Id is "Etc/UTC" => new When(wall, WhenKind.Utc, ""),
                (true, _) => null,
                (false, "") => new When(wall, WhenKind.Floating, ""),
                (false, var zone) => new When(wall, WhenKind.Zoned, zone),
            };
    }

    /// <summary>The moment, or the doubt that keeps it from being one.</summary>
    public (CivilTime? Time, CalendarDoubt Doubt) Resolve(When when)
    {
        switch (when.Kind)
        {
            case WhenKind.Utc:
                return (CivilTime.At(when.Wall.InUtc().ToInstant(), asking.Home), default);
            case WhenKind.Zoned:
                return zones.Read(when.Zone, when.Wall) switch
                {
                    ZonedReading.Understood understood => (understood.Time, default),
                    ZonedReading.Unknown when asking.Zone is { } zone => (CalendarZones.In(zone, when.Wall), default),
                    ZonedReading.Unknown => (null, CalendarDoubt.UnknownZone),
                    _ => (null, CalendarDoubt.OtherRules),
                };
            case WhenKind.Floating:
                return asking.Zone is { } own ? (CalendarZones.In(own, when.Wall), default) : (null, CalendarDoubt.NoZone);
            default:
                return (asking.Zone, asking.Hour) is ({ } there, { } hour) ? (CalendarZones.In(there, when.Wall.Date + hour), default) : (null, CalendarDoubt.NoHour);
        }
    }

    /// <summary>When that was whose place an event takes; null where that cannot be said.</summary>
    /// <param name="place">The event.</param>
    /// <param name="start">How the series says its start.</param>
    public Instant? ReplacedBy(CalendarEvent place, When start) => Read(place.InPlaceOf!, place.InPlaceOf!.Value) is { } when
        ? Resolve(when.Kind == WhenKind.Day && start.Kind != WhenKind.Day ? start.At(when.Wall.Date + start.Wall.TimeOfDay) : start.Alike(when)).Time?.ToInstant()
        : null;

    /// <summary>When an event ends: as it says, or after as long as it lasts; null where it says nothing that comes after its start.</summary>
    /// <returns>False where what it says cannot be read.</returns>
    public bool TryEnd(CalendarEvent about, When start, CivilTime begins, out CivilTime? end)
    {
        end = null;
        if (about.IsTask || start.Kind == WhenKind.Day)
        {
            return true;
        }

        if (about.Find("DTEND") is { } said)
        {
            if (Read(said, said.Value) is not { } at)
            {
                return false;
            }

            // A day is no end of something that has an hour.
            end = at.Kind == WhenKind.Day ? null : Resolve(start.Alike(at)).Time;
            return at.Kind == WhenKind.Day || (end is not null && After(begins, ref end));
        }

        if (about.Find("DURATION") is not { } length)
        {
            return true;
        }

        if (CalendarLength.Read(length.Value.Trim()) is not { } lasts)
        {
            return false;
        }

        end = Resolve(start.At(start.Wall.PlusDays(lasts.Days))).Time?.Plus(lasts.Rest);
        return end is not null && After(begins, ref end);
    }

    private static bool After(CivilTime begins, ref CivilTime? end)
    {
        var lasts = end!.ToInstant() - begins.ToInstant();
        end = lasts == Duration.Zero ? null : CivilTime.At(end.ToInstant(), begins.Zone);
        return lasts >= Duration.Zero;
    }
}

/// <summary>How long something lasts (RFC 5545 §3.3.6).</summary>
/// <param name="Days">Days by the calendar, however long each is.</param>
/// <param name="Rest">What comes on top.</param>
internal sealed record CalendarLength(int Days, Duration Rest)
{
    /// <summary>Reads one; null for anything else, and for what is longer than a year.</summary>
    public static CalendarLength? Read(string value)
    {
        var text = value.ToUpperInvariant().TrimStart('+');
        if (text is not ['P', .. var parts] || parts.Length == 0)
        {
            return null;
        }

        var (days, seconds, isTime, number) = (0, 0L, false, "");
        foreach (var letter in parts)
        {
            if (char.IsAsciiDigit(letter) && number.Length < 8)
            {
                number += letter;
                continue;
            }

            if (letter == 'T' && number.Length == 0 && !isTime)
            {
                isTime = true;
                continue;
            }

            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || Unit(letter, isTime) is not { } unit)
            {
                return null;
            }

            (days, seconds, number) = (days + (count * unit.Days), seconds + ((long)count * unit.Seconds), "");
        }

        return number.Length > 0 || days > 366 || seconds > 366 * 86_400L ? null : new CalendarLength(days, Duration.FromSeconds(seconds));
    }

    private static (int Days, int Seconds)? Unit(char letter, bool isTime) => (letter, isTime) switch
    {
        ('W', false) => (7, 0),
        ('D', false) => (1, 0),
        ('H', true) => (0, 3_600),
        ('M', true) => (0, 60),
        ('S', true) => (0, 1),
        _ => null,
    };
}
