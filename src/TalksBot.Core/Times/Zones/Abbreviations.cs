using System.Collections.Frozen;
using NodaTime;

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
        NZST Pacific/Auckland +12 | NZDT Pacific/Auckland +13
        """;

    // Printed because only North America writes them; CST and AST are not among them, having other meanings.
    private static readonly FrozenSet<string> _printed =
        new[] { "EST", "EDT", "MST", "MDT", "PST", "PDT", "AKST", "AKDT", "HST" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Abbreviation> _known = Table
        .Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(Entry)
        .ToFrozenDictionary(entry => entry.Letters, StringComparer.OrdinalIgnoreCase);

    /// <summary>The abbreviation in any case, or null when it is not one or has several meanings.</summary>
    public static Abbreviation? Find(string text) => _known.GetValueOrDefault(text);

    /// <summary>The abbreviation to print for a zone at that instant, or null when none says exactly that.</summary>
    public static string? ToPrint(DateTimeZone zone, Instant at)
    {
        if (zone is { MinOffset.Seconds: 0, MaxOffset.Seconds: 0 })
        {
            return ZoneIds.Canonical(zone.Id) switch { "Etc/UTC" or "UTC" => "UTC", "Etc/GMT" => "GMT", _ => null };
        }

        var letters = zone.GetZoneInterval(at).Name;
        return _printed.Contains(letters) && Find(letters) is { } entry && IsUsed(entry, zone, at) ? letters : null;
    }

    private static bool IsUsed(Abbreviation entry, DateTimeZone zone, Instant at) =>
        zone.GetUtcOffset(at) == entry.Offset && entry.Home.GetUtcOffset(at) == entry.Offset;

    private static Abbreviation Entry(string line)
    {
        var words = line.Split(' ');
        return new(words[0], DateTimeZoneProviders.Tzdb[words[1]], words.Length > 2 ? FixedOffsets.Read(words[2]) : null);
    }
}
