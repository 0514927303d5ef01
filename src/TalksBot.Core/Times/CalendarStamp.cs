using System.Globalization;
using NodaTime.Text;

namespace TalksBot.Core.Times;

/// <summary>Moments as calendars exchange them (RFC 5545 §3.3), in whole seconds.</summary>
public static class CalendarStamp
{
    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <summary><c>19950629T035900Z</c>.</summary>
    public static string Utc(Instant at) => $"{Wall.Format(at.InUtc().LocalDateTime)}Z";

    /// <summary><c>19950628T235900</c>, on a clock that is named beside it.</summary>
    public static string Local(LocalDateTime at) => Wall.Format(at);

    /// <summary><c>-0400</c>, with seconds only where there are any.</summary>
    public static string Of(Offset offset)
    {
        var size = Math.Abs(offset.Seconds);
        var seconds = size % 60 == 0 ? "" : (size % 60).ToString("00", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(offset.Seconds < 0 ? '-' : '+')}{size / 3600:00}{size / 60 % 60:00}{seconds}");
    }

    /// <summary>Reads what <see cref="Of(Offset)"/> writes; null for anything else.</summary>
    public static Offset? ReadOffset(string text)
    {
        if (text.Length is not (5 or 7) || text[0] is not ('+' or '-') || !int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return null;
        }

        digits = text.Length == 5 ? digits * 100 : digits;
        var seconds = (digits / 10_000 * 3600) + (digits / 100 % 100 * 60) + (digits % 100);
        return seconds > 18 * 3600 ? null : Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
    }

    /// <summary>True for a zone of the tz database whose clock may show something else than UTC plus or minus so many hours.</summary>
    public static bool HasClock(DateTimeZone zone) => zone.MinOffset != zone.MaxOffset;

    /// <summary>
    /// A moment as a property's value: on its own clock where a zone of the tz database has one, so that a later change of that zone's rules
    /// is followed; in UTC where the clock shows no other, or shows that hour for the second time, which cannot be said of it.
    /// </summary>
    public static (DateTimeZone? Zone, string Value) Of(CivilTime time)
    {
        var real = CivilTime.At(time.ToInstant(), time.Zone);
        var isFirst = real.Zone.MapLocal(real.Local) is { Count: > 0 } mapping && mapping.First().Offset == real.Offset;
        return !HasClock(real.Zone) || !isFirst ? (null, Utc(real.ToInstant())) : (real.Zone, Local(real.Local));
    }
}
