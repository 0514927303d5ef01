using TalksBot.Core.Times;

namespace TalksBot.Core.Archive;

/// <summary>The times in a story. The record keeps the last time of a thing to the letter, earlier ones as they were printed.</summary>
internal static class StoryTime
{
    /// <summary>A time as the change that set it prints it, ready for a command.</summary>
    /// <param name="printed">The change's words; empty when the file does not keep them.</param>
    /// <param name="last">The time it has now, which is taken where the words cannot be read.</param>
    /// <param name="talks">Whose clocks they are printed by.</param>
    /// <param name="now">When they were printed.</param>
    public static string Write(string printed, CivilTime last, FiledTalks talks, Instant now)
    {
        var read = printed.Length == 0 ? null : TimePhrase.Read(printed, new TimeContext(now, talks.Zone, talks.Clocks, TimeTense.Any));
        return TimeWording.Iso(read is TimeReading.Understood understood ? InItsZone(understood.Time, printed, last, talks) : last);
    }

    /// <summary>A printed time names a place, not its zone; of the zones in use, the one that prints the same is meant.</summary>
    private static CivilTime InItsZone(CivilTime read, string printed, CivilTime last, FiledTalks talks) =>
        talks.Clocks.Select(clock => clock.Zone).Prepend(talks.Zone).Prepend(last.Zone)
            .Select(zone => CivilTime.At(read.ToInstant(), zone))
            .FirstOrDefault(time => TimeWording.Full(time) == printed, read);
}
