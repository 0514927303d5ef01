using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times.Phrases;

/// <summary>The readings offered with a refusal, each in words that, typed instead, are understood as exactly that time.</summary>
internal static class Offers
{
    private const int Most = 6;

    /// <summary>At most six readings, soonest first; a time that no words say exactly is left out.</summary>
    public static IReadOnlyList<TimeOption> For(IReadOnlyList<CivilTime> candidates, TimeContext context) =>
    [
        .. candidates
            .OrderBy(time => time.ToInstant())
            .Select(time => Offer(time, context))
            .OfType<TimeOption>()
            .DistinctBy(option => option.Typed, StringComparer.Ordinal)
            .Take(Most),
    ];

    private static TimeOption? Offer(CivilTime time, TimeContext context)
    {
        string[] wordings = [TimeWording.Full(time), WithZoneId(time), TimeWording.Iso(time)];
        var understood = wordings
            .Select(typed => (Typed: typed, Time: (PhraseReading.Of(typed, context) as PhraseAnswer.Found)?.Time))
            .Where(reading => reading.Time?.ToInstant() == time.ToInstant())
            .ToArray();
        var best = understood.FirstOrDefault(reading => reading.Time == time, understood.FirstOrDefault());
        return best.Time is null ? null : new(best.Typed, best.Time);
    }

    private static string WithZoneId(CivilTime time) =>
        $"{TimeWording.Date(time.Local.Date)} {TimeWording.Clock(time.Local.TimeOfDay)} {time.Zone.Id} {FixedOffsets.Write(time.Offset)}";
}
