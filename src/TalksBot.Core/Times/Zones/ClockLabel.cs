namespace TalksBot.Core.Times.Zones;

/// <summary>What is printed under a clock at one instant, always a name that reads back as the same time.</summary>
/// <param name="Text">The label.</param>
/// <param name="FixesOffset">Whether the label itself says the offset (UTC, UTC-4), so a repeated hour needs nothing more.</param>
internal sealed record ClockLabel(string Text, bool FixesOffset)
{
    /// <summary>The label of the clock at that instant.</summary>
    public static ClockLabel For(WallClock clock, Instant at)
    {
        if (clock.Name.Length > 0)
        {
            return new(clock.Name, FixesOffset: false);
        }

        var zone = clock.Zone;
        string?[] names =
            [Gazetteer.FirstPlace(zone.Id), ZoneIds.Ending(zone.Id), Gazetteer.FirstPlace(ZoneIds.Canonical(zone.Id)), zone.Id];
        var name = zone.MinOffset == zone.MaxOffset ? null : names.FirstOrDefault(name => name is not null && Means(name, zone));
        return name is null
            ? new(Abbreviations.ToPrint(zone) ?? FixedOffsets.Label(zone.GetUtcOffset(at)), FixesOffset: true)
            : new(name, FixesOffset: false);
    }

    private static bool Means(string name, DateTimeZone zone) =>
        ZoneSearch.Find(name) is ZoneReading.Known { Offset: null } known && ZoneIds.Same(known.Clock.Zone, zone);
}
