using System.Collections.Frozen;

namespace TalksBot.Core.Times.Zones;

/// <summary>Zones by their names in full, "Central European Summer Time", and cities as they are called at home.</summary>
internal static class ZoneTitles
{
    private const string Table = """
        America/New_York: US Eastern, US ET, USET, USEST, US EST, USEDT, US EDT, American Eastern, Eastern Prevailing, New York City
        America/Chicago: US Central, US CT, US CST, US CDT
        America/Denver: US Mountain, US MT, US MST, US MDT
        America/Los_Angeles: US Pacific, US PT, USPT, US PST, US PDT, USPST, LA, SF
        Europe/Brussels: Central European, European Central, Bruxelles, Brussel
        Europe/Athens: Eastern European
        Europe/Lisbon: Western European, Lisboa
        Europe/Moscow: Moscow Standard, Moskva, Москва
        Europe/Kyiv: Київ, Киев, Kyjiw, Kiew
        Europe/Zurich: Genève, Genf, Zürich
        Europe/Berlin: München, Köln, Cologne
        Europe/Vienna: Wien
        Europe/Rome: Roma, Milano, Venice, Florence, Turin, Trieste
        Europe/Prague: Praha
        Europe/Warsaw: Warszawa, Gdansk, Krakow
        Europe/Copenhagen: København
        Europe/Athens: Αθήνα, Athina
        Europe/Bucharest: București, Bucuresti
        Europe/Madrid: Seville, Malaga, Bilbao
        Europe/Lisbon: Porto
        Europe/Amsterdam: Den Haag
        Europe/Stockholm: Gothenburg, Malmö
        Europe/London: Leeds, Liverpool, Sheffield
        Europe/Belgrade: Beograd, Београд
        Asia/Tokyo: Japan Standard, 東京, Nagoya, Sapporo, Yokohama
        Asia/Shanghai: China Standard, 北京, 上海, Peking, Wuhan, Chengdu, Tianjin, Hangzhou
        Asia/Seoul: Korea Standard, 서울, Busan, Incheon
        Asia/Taipei: 台北, 臺北
        Asia/Kolkata: India Standard, Chennai, Ahmedabad, Bombay, Madras
        Asia/Jerusalem: Israel Standard, Israel Daylight, Haifa, ירושלים
        Asia/Riyadh: Arabia Standard, Arabian, Mecca, الرياض
        Africa/Cairo: القاهرة
        Asia/Dubai: Gulf Standard
        Asia/Singapore: Singapore Standard
        Asia/Hong_Kong: HK
        Asia/Ho_Chi_Minh: Ho Chi Minh
        Asia/Jakarta: Western Indonesia, Surabaya
        Australia/Sydney: Australian Eastern
        Australia/Adelaide: Australian Central
        Australia/Perth: Australian Western
        Pacific/Auckland: New Zealand Standard
        Africa/Johannesburg: South Africa Standard, Durban, Joburg
        Africa/Lagos: West Africa
        Africa/Nairobi: East Africa
        America/Argentina/Buenos_Aires: Rosario, Mar del Plata
        America/Toronto: Mississauga
        America/New_York: Pittsburgh, Cleveland, Cincinnati, Charlotte, Orlando, Tampa, Buffalo, Annapolis, Mar a Lago
        America/Chicago: Minneapolis, Milwaukee, New Orleans, Nashville, Austin, Kansas City, Oklahoma City, Omaha
        America/Los_Angeles: San Diego, Sacramento, Oakland, Las Vegas, Silicon Valley
        America/Denver: Salt Lake City, Albuquerque
        """;

    // Titles of one season fix the offset as their abbreviations do.
    private const string Seasons = """
        Eastern Standard=EST | Eastern Daylight=EDT | Central Daylight=US CT | Mountain Standard=MST | Mountain Daylight=MDT
        Pacific Standard=PST | Pacific Daylight=PDT | Central European Summer=CEST | Central European Standard=CET | Eastern European Summer=EEST
        Western European Summer=WEST | British Summer=London | Greenwich Mean=GMT | Coordinated Universal=UTC | Universal Coordinated=UTC | Universal=UTC
        Irish Standard=Dublin | Irish Summer=Dublin | Australian Eastern Standard=AEST | Australian Eastern Daylight=AEDT | New Zealand Daylight=NZDT
        Alaska Standard=AKST | Alaska Daylight=AKDT | Hawaii Standard=HST | Newfoundland Standard=NST | Newfoundland Daylight=NDT | Zulu=UTC
        """;

    private static readonly FrozenDictionary<string, string> _zoneIds = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": "))
        .SelectMany(row => row[1].Split(", ").Select(name => (Key: PlaceKey.Of(name), ZoneId: row[0])))
        .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.ZoneId, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _seasons = Seasons
        .Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split('='))
        .ToFrozenDictionary(entry => PlaceKey.Of(entry[0]), entry => entry[1], StringComparer.Ordinal);

    /// <summary>Every name.</summary>
    public static IEnumerable<string> All => _zoneIds.Keys.Concat(_seasons.Keys);

    /// <summary>The clock of that name, or null.</summary>
    public static WallClock? Find(string name) =>
        _zoneIds.TryGetValue(Key(name), out var zoneId) ? new WallClock("", DateTimeZoneProviders.Tzdb[zoneId]) : null;

    /// <summary>The shorter name of a title that holds in one season, or null: "Eastern Daylight Time" is EDT.</summary>
    public static string? Short(string name) => _seasons.GetValueOrDefault(Key(name));

    private static string Key(string name)
    {
        var key = PlaceKey.Of(name);
        return key.EndsWith(" TIME", StringComparison.Ordinal) ? key[..^5] : key;
    }
}
