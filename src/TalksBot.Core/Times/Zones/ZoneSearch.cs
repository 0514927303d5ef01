namespace TalksBot.Core.Times.Zones;

/// <summary>The order in which the meanings of a zone name are tried.</summary>
internal static class ZoneSearch
{
    private const int Longest = 64;
    private const string Time = " time";

    /// <summary>Known or ambiguous, or null when nothing answers to that name.</summary>
    public static ZoneReading? Find(string text)
    {
        var name = text.Length > 4 * Longest ? "" : text.Trim();
        return name.Length is 0 or > Longest ? null : Whole(name) ?? Untimed(name);
    }

    private static ZoneReading? Whole(string name) => Offset(name)
        ?? Abbreviated(name)
        ?? AmbiguousAbbreviations.Find(name)
        ?? SharedNames.Find(name)
        ?? Place(name)
        ?? (ZoneTitles.Short(name) is { } title ? Whole(title) : null)
        ?? Countries.Find(name)
        ?? (ZoneIds.Find(name) is { } zone ? Unnamed(zone) : null)
        ?? Ending(name);

    // "London time", "Eastern time"
    private static ZoneReading? Untimed(string name) =>
        name.EndsWith(Time, StringComparison.OrdinalIgnoreCase) && name.Length > Time.Length ? Whole(name[..^Time.Length].TrimEnd()) : null;

    private static ZoneReading.Known Unnamed(DateTimeZone zone) => new(new WallClock("", zone));

    private static ZoneReading.Known? Offset(string name) =>
        FixedOffsets.Read(name) is { } offset ? Unnamed(DateTimeZone.ForOffset(offset)) with { Offset = offset } : null;

    private static ZoneReading.Known? Abbreviated(string name) =>
        Abbreviations.Find(name) is { } entry ? Unnamed(entry.Home) with { Offset = entry.Offset } : null;

    private static ZoneReading.Known? Place(string name) =>
        (Gazetteer.Find(name) ?? ZoneTitles.Find(name)) is { } clock ? new(clock) : null;

    private static ZoneReading? Ending(string name)
    {
        var key = PlaceKey.Of(name);
        return ZoneIds.IsNoPlace(key) ? null : ZoneIds.EndingIn(key) switch
        {
            [] => null,
            [var only] => Unnamed(only),
            var several => new ZoneReading.Ambiguous(
                $"{Quotation.Of(name)} could be {string.Join(" or ", several.Select(zone => zone.Id))}.",
                [.. several.Select(zone => new WallClock("", zone))]),
        };
    }
}
