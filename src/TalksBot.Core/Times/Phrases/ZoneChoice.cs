using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Which zone a phrase means: the one it names, else the context's.</summary>
internal static class ZoneChoice
{
    public static Choice<ZoneOption> Of(PhraseParts parts, TimeContext context) => parts.Zone?.Reading switch
    {
        ZoneReading.Known known => new([Named(known, parts)]),
        ZoneReading.Ambiguous unclear => new([.. unclear.Options.Select(clock => new ZoneOption(clock.Zone, parts.Offset))], unclear.Why),
        ZoneReading.Unknown unknown => new([.. Suggested(unknown, parts.Offset)], unknown.Why),
        _ when parts.Offset is { } offset => new([new(DateTimeZone.ForOffset(offset), offset, IsOffsetOnly: true)]),
        _ => new([new(context.Zone)]),
    };

    private static ZoneOption Named(ZoneReading.Known known, PhraseParts parts)
    {
        var abbreviation = known.Offset is not null ? Abbreviations.Find(parts.Zone!.Text)?.Letters : null;
        return new(known.Clock.Zone, parts.Offset ?? known.Offset, abbreviation);
    }

    private static IEnumerable<ZoneOption> Suggested(ZoneReading.Unknown unknown, Offset? offset) => unknown.Suggestions
        .Select(ZoneSearch.Find)
        .OfType<ZoneReading.Known>()
        .Select(known => new ZoneOption(known.Clock.Zone, offset));
}
