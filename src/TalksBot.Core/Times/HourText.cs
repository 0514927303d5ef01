using NodaTime.Text;
using TalksBot.Core.Times.Phrases;

namespace TalksBot.Core.Times;

/// <summary>A local hour of the day, such as a digest's, written <c>08:00</c>.</summary>
public static class HourText
{
    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    // An hour that comes every day is on no date; where am or pm is left out it is on the 24-hour clock.
    private static readonly TimeContext Daily = new(NodaConstants.UnixEpoch, DateTimeZone.Utc, [], TimeTense.Any) { IsTwentyFourHour = true };

    /// <summary>Reads a time of day as <see cref="TimePhrase"/> does, <c>8:00</c> and <c>20:00</c> by the 24-hour clock; false when the words
    /// are none, or say more.</summary>
    public static bool TryParse(string text, out LocalTime hour)
    {
        hour = default;
        return PhraseReading.Fault(text) is null && TryRead(PhraseSyntax.Read(text, []), out hour);
    }

    /// <summary>The hour as <see cref="TryParse"/> reads it.</summary>
    public static string Write(LocalTime hour) => Written.Format(hour);

    /// <summary>Reads two times of day, <c>22:00-07:00</c> or <c>11pm to 7am</c>; false when the words are none, or say more.</summary>
    internal static bool TryParseRange(string text, out LocalTime from, out LocalTime until)
    {
        (from, until) = (default, default);
        return PhraseReading.Fault(text) is null && RangeSyntax.Find(text, []) is { Spoken: null } range && TryRead(range.Start, out from) && TryRead(range.End, out until);
    }

    private static bool TryRead(PhraseParts parts, out LocalTime hour)
    {
        hour = default;
        var alone = parts is { Fault: null, HasDate: false, Zone: null, Offset: null, Amount: null, EndOf: null, CalendarWeek: null, Now: false };
        if (!alone || parts.Clock is not { IsPossible: true } clock || (parts.Doubt is not null && !clock.IsMilitary))
        {
            return false;
        }

        // Midnight has one place on a day's clock; 00:00 and 24:00 are the same there.
        var options = clock.IsMidnight || clock.IsEndOfDay ? [new(LocalTime.Midnight)] : ClockChoice.Of(parts, smallHours: null, Daily).Options;
        hour = options.Count == 1 ? options[0].Time : default;
        return options.Count == 1;
    }
}

/// <summary>What a typed place or zone turned out to be. A closed set: known, ambiguous or unknown.</summary>
public abstract record ZoneReading
{
    private ZoneReading()
    {
    }

    /// <summary>One zone and no other.</summary>
    /// <param name="Clock">The zone, named as typed when it would not name itself so.</param>
    public sealed record Known(WallClock Clock) : ZoneReading
    {
        /// <summary>The offset the words also fix (EDT is -04:00 in any month), or null when the zone decides.</summary>
        public Offset? Offset { get; init; }
    }

    /// <summary>Words used for several zones.</summary>
    /// <param name="Why">One sentence to show.</param>
    /// <param name="Options">The zones it could be, at least two.</param>
    public sealed record Ambiguous(string Why, IReadOnlyList<WallClock> Options) : ZoneReading;

    /// <summary>No zone at all.</summary>
    /// <param name="Why">One sentence to show.</param>
    /// <param name="Suggestions">Names spelt nearly so, nearest first, each of them readable; perhaps empty.</param>
    public sealed record Unknown(string Why, IReadOnlyList<string> Suggestions) : ZoneReading;
}
