namespace TalksBot.Core.Times.Zones;

/// <summary>The order in which the meanings of a zone name are tried.</summary>
internal static class ZoneSearch
{
    private const int Longest = 64;

    /// <summary>Known or ambiguous, or null when nothing answers to that name.</summary>
    public static ZoneReading? Find(string text)
    {
        var name = text.Length > 4 * Longest ? "" : text.Trim();
        if (name.Length is 0 or > Longest)
        {
            return null;
        }

        return Offset(name)
            ?? Abbreviated(name)
            ?? AmbiguousAbbreviations.Find(name)
            ?? Place(name)
            ?? (ZoneIds.Find(name) is { } zone ? Unnamed(zone) : null)
            ?? Ending(name);
    }

    private static ZoneReading.Known Unnamed(DateTimeZone zone) => new(new WallClock("", zone));

    private static ZoneReading.Known? Offset(string name) =>
        FixedOffsets.Read(name) is { } offset ? Unnamed(DateTimeZone.ForOffset(offset)) with { Offset = offset } : null;

    private static ZoneReading.Known? Abbreviated(string name) =>
        Abbreviations.Find(name) is { } entry ? Unnamed(entry.Home) with { Offset = entry.Offset } : null;

    private static ZoneReading.Known? Place(string name) =>
        Gazetteer.Find(name) is { } clock ? new(clock) : null;

    private static ZoneReading? Ending(string name) => ZoneIds.EndingIn(PlaceKey.Of(name)) switch
    {
        [] => null,
        [var only] => Unnamed(only),
        var several => new ZoneReading.Ambiguous(
            $"{Quotation.Of(name)} could be {string.Join(" or ", several.Select(zone => zone.Id))}.",
            [.. several.Select(zone => new WallClock("", zone))]),
    };
}
