using System.Collections.Frozen;

namespace TalksBot.Core.Times.Zones;

/// <summary>The abbreviations that newsrooms use and that mean one thing.</summary>
internal static class Abbreviations
{
    private const string Table = """
        UTC UTC +0 | GMT Etc/GMT +0
        EST America/New_York -5 | EDT America/New_York -4 | ET America/New_York
        CT America/Chicago
        MST America/Denver -7 | MDT America/Denver -6 | MT America/Denver
        PST America/Los_Angeles -8 | PDT America/Los_Angeles -7 | PT America/Los_Angeles
        EASTERN America/New_York | CENTRAL America/Chicago | MOUNTAIN America/Denver | PACIFIC America/Los_Angeles
        AKST America/Anchorage -9 | AKDT America/Anchorage -8 | HST Pacific/Honolulu -10
        NST America/St_Johns -3:30 | NDT America/St_Johns -2:30
        BRT America/Sao_Paulo -3 | ART America/Argentina/Buenos_Aires -3 | COT America/Bogota -5
        PET America/Lima -5 | VET America/Caracas -4 | CLT America/Santiago -4 | CLST America/Santiago -3
        WET Europe/Lisbon +0 | WEST Europe/Lisbon +1 | CET Europe/Brussels +1 | CEST Europe/Brussels +2
        EET Europe/Athens +2 | EEST Europe/Athens +3 | MSK Europe/Moscow +3 | TRT Europe/Istanbul +3
        WAT Africa/Lagos +1 | CAT Africa/Maputo +2 | SAST Africa/Johannesburg +2 | EAT Africa/Nairobi +3
        IRST Asia/Tehran +3:30 | AFT Asia/Kabul +4:30 | PKT Asia/Karachi +5 | NPT Asia/Kathmandu +5:45
        ICT Asia/Bangkok +7 | WIB Asia/Jakarta +7 | HKT Asia/Hong_Kong +8 | SGT Asia/Singapore +8
        PHT Asia/Manila +8 | AWST Australia/Perth +8 | JST Asia/Tokyo +9 | KST Asia/Seoul +9
        ACST Australia/Adelaide +9:30 | ACDT Australia/Adelaide +10:30
        AEST Australia/Sydney +10 | AEDT Australia/Sydney +11
        NZST Pacific/Auckland +12 | NZDT Pacific/Auckland +13 | CHAST Pacific/Chatham +12:45 | CHADT Pacific/Chatham +13:45
        LHST Australia/Lord_Howe +10:30 | LHDT Australia/Lord_Howe +11 | CHST Pacific/Guam +10 | FJT Pacific/Fiji +12
        AOE Etc/GMT+12 -12 | MEZ Europe/Berlin +1 | MESZ Europe/Berlin +2 | IDT Asia/Jerusalem +3 | IRDT Asia/Tehran +4:30
        AZOT Atlantic/Azores -1 | AZOST Atlantic/Azores +0 | BOT America/La_Paz -4 | UYT America/Montevideo -3 | PYT America/Asuncion
        GYT America/Guyana -4 | WITA Asia/Makassar +8 | WIT Asia/Jayapura +9 | MYT Asia/Kuala_Lumpur +8 | MMT Asia/Yangon +6:30
        NFT Pacific/Norfolk | PGT Pacific/Port_Moresby +10 | TOT Pacific/Tongatapu +13 | ULAT Asia/Ulaanbaatar +8 | BTT Asia/Thimphu +6
        AZT Asia/Baku +4 | GET Asia/Tbilisi +4 | UZT Asia/Tashkent +5 | TJT Asia/Dushanbe +5 | TMT Asia/Ashgabat +5 | KGT Asia/Bishkek +6
        YEKT Asia/Yekaterinburg +5 | OMST Asia/Omsk +6 | NOVT Asia/Novosibirsk +7 | KRAT Asia/Krasnoyarsk +7 | IRKT Asia/Irkutsk +8
        YAKT Asia/Yakutsk +9 | VLAT Asia/Vladivostok +10 | MAGT Asia/Magadan +11 | PETT Asia/Kamchatka +12 | SAMT Europe/Samara +4
        MVT Indian/Maldives +5 | MUT Indian/Mauritius +4 | RET Indian/Reunion +4 | SCT Indian/Mahe +4 | TLT Asia/Dili +9
        """;

    private static readonly FrozenSet<string> _words =
        "west east cat eat pet wet met art cot wat act est bot ret get tot wit nt at ist mut sct".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Abbreviation> _known = Table
        .Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(Entry)
        .ToFrozenDictionary(entry => entry.Letters, StringComparer.OrdinalIgnoreCase);

    /// <summary>The abbreviations themselves.</summary>
    public static IEnumerable<string> All => _known.Keys;

    /// <summary>The abbreviation in any case, or null when it is not one or has several meanings.</summary>
    /// <remarks>West and East are directions to most, and abbreviations only in capitals.</remarks>
    public static Abbreviation? Find(string text) =>
        text is not "WEST" && string.Equals(text, "WEST", StringComparison.OrdinalIgnoreCase) ? null : _known.GetValueOrDefault(text);

    /// <summary>Whether the abbreviation is an everyday word as well: "met", "art".</summary>
    public static bool IsWord(string text) => _words.Contains(text);

    /// <summary>The abbreviation to print for a zone that never changes, or null when none says exactly that.</summary>
    public static string? ToPrint(DateTimeZone zone) => zone is { MinOffset.Seconds: 0, MaxOffset.Seconds: 0 }
        ? ZoneIds.Canonical(zone.Id) switch { "Etc/UTC" or "UTC" => "UTC", "Etc/GMT" => "GMT", _ => null }
        : null;

    private static Abbreviation Entry(string line)
    {
        var words = line.Split(' ');
        return new(words[0], words[1], words.Length > 2 ? FixedOffsets.Read(words[2]) : null);
    }
}

/// <summary>A zone abbreviation with one meaning.</summary>
/// <param name="Letters">Upper case, such as EDT.</param>
/// <param name="ZoneId">The zone it stands for when no nearer clock uses it.</param>
/// <param name="Offset">The offset it fixes, or null for those that mean either season (ET).</param>
internal sealed record Abbreviation(string Letters, string ZoneId, Offset? Offset)
{
    /// <summary>The zone it stands for; loaded when it is asked for.</summary>
    public DateTimeZone Home => DateTimeZoneProviders.Tzdb[ZoneId];
}

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

    private static readonly FrozenDictionary<string, (string Letters, string Meanings)> _entries = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": "))
        .ToFrozenDictionary(line => line[0], line => (line[0], line[1]), StringComparer.OrdinalIgnoreCase);

    /// <summary>The abbreviations themselves.</summary>
    public static IEnumerable<string> All => _entries.Keys;

    /// <summary>Its meanings, or null when the text is not an ambiguous abbreviation.</summary>
    public static ZoneReading.Ambiguous? Find(string text) =>
        _entries.TryGetValue(text, out var entry) ? Entry(entry.Letters, entry.Meanings) : null;

    private static ZoneReading.Ambiguous Entry(string letters, string meanings)
    {
        var pairs = meanings.Split(", ").Select(meaning => meaning.Split('=')).ToArray();
        var names = pairs.Select(pair => pair[0]).ToArray();
        var why = $"{letters} is used for {string.Join(", ", names[..^1])} and {names[^1]}, so please name a city.";
        return new(why, [.. pairs.Select(pair => new WallClock("", DateTimeZoneProviders.Tzdb[pair[1]]))]);
    }
}
