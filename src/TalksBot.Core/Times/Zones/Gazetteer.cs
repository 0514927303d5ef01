using System.Collections.Frozen;

namespace TalksBot.Core.Times.Zones;

/// <summary>The cities where talks are held and news is made. The first of each zone gives its clock a name.</summary>
internal static class Gazetteer
{
    private const string Table = """
        Europe/Zurich: Geneva, Zurich, Davos, Bern, Lausanne, Montreux, Basel, Lugano, Burgenstock
        America/New_York: Washington, New York, Washington DC, DC, NYC, Boston, Atlanta, Miami, Philadelphia, Camp David, Baltimore
        Europe/London: London, Edinburgh, Belfast, Cardiff, Glasgow
        Europe/Brussels: Brussels, Antwerp
        Europe/Vienna: Vienna, Salzburg
        Europe/Paris: Paris, Strasbourg, Versailles, Evian
        Europe/Berlin: Berlin, Bonn, Munich, Frankfurt, Hamburg
        Europe/Amsterdam: Amsterdam, The Hague, Hague, Rotterdam
        Europe/Rome: Rome, Milan
        Europe/Vatican: Vatican City
        Europe/Madrid: Madrid, Barcelona
        Europe/Lisbon: Lisbon
        Europe/Dublin: Dublin
        Europe/Oslo: Oslo
        Europe/Stockholm: Stockholm
        Europe/Copenhagen: Copenhagen
        Europe/Helsinki: Helsinki
        Atlantic/Reykjavik: Reykjavik
        Europe/Luxembourg: Luxembourg
        Europe/Malta: Valletta
        Europe/Athens: Athens
        Asia/Nicosia: Nicosia
        Europe/Istanbul: Istanbul, Ankara
        Europe/Warsaw: Warsaw
        Europe/Prague: Prague
        Europe/Budapest: Budapest
        Europe/Bucharest: Bucharest
        Europe/Sofia: Sofia
        Europe/Belgrade: Belgrade
        Europe/Sarajevo: Sarajevo
        Europe/Zagreb: Zagreb
        Europe/Kyiv: Kyiv, Kiev
        Europe/Minsk: Minsk
        Europe/Moscow: Moscow, St Petersburg, Saint Petersburg, Sochi
        Europe/Vilnius: Vilnius
        Europe/Riga: Riga
        Europe/Tallinn: Tallinn
        Europe/Chisinau: Chisinau
        Asia/Tbilisi: Tbilisi
        Asia/Yerevan: Yerevan
        Asia/Baku: Baku
        Asia/Almaty: Almaty, Astana
        Asia/Tashkent: Tashkent, Samarkand
        Asia/Tokyo: Tokyo, Osaka, Kyoto, Hiroshima
        Asia/Seoul: Seoul, Panmunjom
        Asia/Pyongyang: Pyongyang
        Asia/Shanghai: Beijing, Shanghai, Shenzhen, Guangzhou
        Asia/Hong_Kong: Hong Kong
        Asia/Taipei: Taipei
        Asia/Singapore: Singapore
        Asia/Kuala_Lumpur: Kuala Lumpur
        Asia/Jakarta: Jakarta
        Asia/Makassar: Bali
        Asia/Bangkok: Bangkok
        Asia/Ho_Chi_Minh: Hanoi, Ho Chi Minh City, Saigon
        Asia/Manila: Manila
        Asia/Yangon: Yangon, Naypyidaw
        Asia/Dhaka: Dhaka
        Asia/Kathmandu: Kathmandu
        Asia/Kolkata: New Delhi, Delhi, Mumbai, Kolkata, Bengaluru, Bangalore
        Asia/Colombo: Colombo
        Asia/Karachi: Islamabad, Karachi, Lahore
        Asia/Kabul: Kabul
        Asia/Tehran: Tehran
        Asia/Baghdad: Baghdad
        Asia/Riyadh: Riyadh, Jeddah
        Asia/Kuwait: Kuwait City
        Asia/Qatar: Doha
        Asia/Bahrain: Manama
        Asia/Dubai: Dubai, Abu Dhabi
        Asia/Muscat: Muscat
        Asia/Aden: Sanaa
        Asia/Jerusalem: Jerusalem, Tel Aviv
        Asia/Gaza: Gaza, Gaza City
        Asia/Hebron: Ramallah
        Asia/Beirut: Beirut
        Asia/Damascus: Damascus
        Asia/Amman: Amman
        Africa/Cairo: Cairo, Sharm el Sheikh
        Africa/Khartoum: Khartoum
        Africa/Juba: Juba
        Africa/Addis_Ababa: Addis Ababa
        Africa/Nairobi: Nairobi
        Africa/Kampala: Kampala
        Africa/Kigali: Kigali
        Africa/Mogadishu: Mogadishu
        Africa/Djibouti: Djibouti
        Africa/Johannesburg: Johannesburg, Pretoria, Cape Town
        Africa/Lagos: Lagos, Abuja
        Africa/Accra: Accra
        Africa/Dakar: Dakar
        Africa/Kinshasa: Kinshasa
        Africa/Algiers: Algiers
        Africa/Tunis: Tunis
        Africa/Tripoli: Tripoli
        Africa/Casablanca: Rabat, Casablanca, Marrakesh
        America/Chicago: Chicago, Dallas, Houston
        America/Denver: Denver
        America/Phoenix: Phoenix
        America/Los_Angeles: Los Angeles, San Francisco, Seattle, Hollywood
        America/Anchorage: Anchorage
        Pacific/Honolulu: Honolulu
        America/Toronto: Toronto, Ottawa, Montreal, Quebec City
        America/Vancouver: Vancouver
        America/Edmonton: Calgary, Banff, Kananaskis
        America/Winnipeg: Winnipeg
        America/Halifax: Halifax
        America/Mexico_City: Mexico City
        America/Cancun: Cancun
        America/Havana: Havana
        America/Panama: Panama City
        America/Caracas: Caracas
        America/Bogota: Bogota, Cartagena
        America/Guayaquil: Quito
        America/Lima: Lima
        America/La_Paz: La Paz
        America/Santiago: Santiago
        America/Argentina/Buenos_Aires: Buenos Aires
        America/Montevideo: Montevideo, Punta del Este
        America/Sao_Paulo: Brasilia, Sao Paulo, Rio de Janeiro, Rio
        America/Belem: Belem
        Australia/Sydney: Sydney, Canberra
        Australia/Melbourne: Melbourne
        Australia/Perth: Perth
        Pacific/Auckland: Wellington, Auckland
        """;

    private static readonly (string ZoneId, string[] Places)[] _rows =
    [
        .. Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": "))
            .Select(row => (row[0], row[1].Split(", "))),
    ];

    private static readonly FrozenDictionary<string, string> _firstPlaces =
        _rows.ToFrozenDictionary(row => row.ZoneId, row => row.Places[0], StringComparer.Ordinal);

    // A Davos clock says Davos; a Geneva clock needs no name, since its zone is called so anyway. Zones are loaded when they are asked for.
    private static readonly FrozenDictionary<string, (string Name, string ZoneId)> _clocks = _rows
        .SelectMany(row => row.Places.Select((place, rank) => (Key: PlaceKey.Of(place), Name: rank == 0 ? "" : place, row.ZoneId)))
        .ToFrozenDictionary(entry => entry.Key, entry => (entry.Name, entry.ZoneId), StringComparer.Ordinal);

    /// <summary>Every place, as it is spelt.</summary>
    public static IEnumerable<string> Places => _rows.SelectMany(row => row.Places);

    /// <summary>The clock of a place, or null when it is not listed.</summary>
    public static WallClock? Find(string place) =>
        _clocks.TryGetValue(PlaceKey.Of(place), out var clock) ? new WallClock(clock.Name, DateTimeZoneProviders.Tzdb[clock.ZoneId]) : null;

    /// <summary>The place a zone is called after, or null when it has none here.</summary>
    public static string? FirstPlace(string zoneId) => _firstPlaces.GetValueOrDefault(zoneId);
}
