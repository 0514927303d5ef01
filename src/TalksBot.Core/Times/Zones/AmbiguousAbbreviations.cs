using System.Collections.Frozen;

namespace TalksBot.Core.Times.Zones;

/// <summary>The abbreviations that several parts of the world use for different times; nobody may guess among them.</summary>
internal static class AmbiguousAbbreviations
{
    private const string Table = """
        CST: US Central=America/Chicago, China=Asia/Shanghai, Cuba=America/Havana
        CDT: US Central=America/Chicago, Cuba=America/Havana
        IST: India=Asia/Kolkata, Israel=Asia/Jerusalem, Ireland=Europe/Dublin
        BST: Britain=Europe/London, Bangladesh=Asia/Dhaka
        AST: Atlantic Canada=America/Halifax, Arabia=Asia/Riyadh
        ADT: Atlantic Canada=America/Halifax, Arabia=Asia/Baghdad
        AMT: Amazonia=America/Manaus, Armenia=Asia/Yerevan
        ACT: Acre=America/Rio_Branco, Canberra=Australia/Sydney
        ECT: Ecuador=America/Guayaquil, the eastern Caribbean=America/Port_of_Spain
        AT: Atlantic Canada=America/Halifax, Puerto Rico=America/Puerto_Rico
        GST: the Gulf=Asia/Dubai, South Georgia=Atlantic/South_Georgia
        SST: Samoa=Pacific/Pago_Pago, Singapore=Asia/Singapore
        WST: Samoa=Pacific/Apia, Western Australia=Australia/Perth
        """;

    private static readonly FrozenDictionary<string, ZoneReading.Ambiguous> _entries = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": "))
        .ToFrozenDictionary(line => line[0], line => Entry(line[0], line[1]), StringComparer.OrdinalIgnoreCase);

    /// <summary>The abbreviations themselves.</summary>
    public static IEnumerable<string> All => _entries.Keys;

    /// <summary>Its meanings, or null when the text is not an ambiguous abbreviation.</summary>
    public static ZoneReading.Ambiguous? Find(string text) => _entries.GetValueOrDefault(text);

    private static ZoneReading.Ambiguous Entry(string letters, string meanings)
    {
        var pairs = meanings.Split(", ").Select(meaning => meaning.Split('=')).ToArray();
        var names = pairs.Select(pair => pair[0]).ToArray();
        var why = $"{letters} is used for {string.Join(", ", names[..^1])} and {names[^1]}, so please name a city.";
        return new(why, [.. pairs.Select(pair => new WallClock("", DateTimeZoneProviders.Tzdb[pair[1]]))]);
    }
}
