using System.Collections.Frozen;

namespace TalksBot.Core.Times.Zones;

/// <summary>Countries and their parts as names of zones: one where one zone holds for nearly everybody, else the zones to choose from.</summary>
internal static class Countries
{
    private const string One = """
        Europe/London: UK, United Kingdom, Britain, Great Britain, England, Scotland, Wales, Northern Ireland
        Europe/Dublin: Ireland, Republic of Ireland
        Europe/Paris: France
        Europe/Berlin: Germany, Deutschland
        Europe/Rome: Italy
        Europe/Vatican: Vatican, Holy See
        Europe/Brussels: Belgium
        Europe/Amsterdam: Netherlands, The Netherlands, Holland
        Europe/Luxembourg: Luxembourg
        Europe/Zurich: Switzerland
        Europe/Vaduz: Liechtenstein
        Europe/Vienna: Austria
        Europe/Prague: Czechia, Czech Republic
        Europe/Bratislava: Slovakia
        Europe/Warsaw: Poland
        Europe/Budapest: Hungary
        Europe/Bucharest: Romania
        Europe/Sofia: Bulgaria
        Europe/Athens: Greece
        Asia/Nicosia: Cyprus
        Europe/Malta: Malta
        Europe/Istanbul: Turkey, Turkiye
        Europe/Kyiv: Ukraine
        Europe/Minsk: Belarus
        Europe/Chisinau: Moldova
        Europe/Vilnius: Lithuania
        Europe/Riga: Latvia
        Europe/Tallinn: Estonia
        Europe/Helsinki: Finland
        Europe/Stockholm: Sweden
        Europe/Oslo: Norway
        Europe/Copenhagen: Denmark
        Atlantic/Reykjavik: Iceland
        Atlantic/Faroe: Faroe Islands
        Europe/Belgrade: Serbia
        Europe/Zagreb: Croatia
        Europe/Ljubljana: Slovenia
        Europe/Sarajevo: Bosnia, Bosnia and Herzegovina
        Europe/Podgorica: Montenegro
        Europe/Skopje: North Macedonia
        Europe/Tirane: Albania, Tirana
        Europe/Belgrade: Kosovo, Pristina
        Europe/Andorra: Andorra
        Europe/Monaco: Monaco
        Europe/San_Marino: San Marino
        Asia/Yerevan: Armenia
        Asia/Baku: Azerbaijan
        Asia/Almaty: Kazakhstan
        Asia/Tashkent: Uzbekistan
        Asia/Dushanbe: Tajikistan
        Asia/Ashgabat: Turkmenistan
        Asia/Bishkek: Kyrgyzstan
        Asia/Shanghai: China, PR China, Mainland China
        Asia/Taipei: Taiwan
        Asia/Macau: Macao, Macau
        Asia/Tokyo: Japan
        Asia/Seoul: Korea, South Korea, Republic of Korea
        Asia/Pyongyang: North Korea, DPRK
        Asia/Kolkata: India
        Asia/Karachi: Pakistan
        Asia/Dhaka: Bangladesh
        Asia/Colombo: Sri Lanka
        Asia/Kathmandu: Nepal
        Asia/Thimphu: Bhutan
        Indian/Maldives: Maldives
        Asia/Kabul: Afghanistan
        Asia/Tehran: Iran
        Asia/Baghdad: Iraq
        Asia/Damascus: Syria
        Asia/Beirut: Lebanon
        Asia/Jerusalem: Israel
        Asia/Gaza: Palestine
        Asia/Hebron: West Bank
        Asia/Amman: Jordan
        Asia/Riyadh: Saudi Arabia, Saudi, KSA
        Asia/Kuwait: Kuwait
        Asia/Qatar: Qatar
        Asia/Bahrain: Bahrain
        Asia/Dubai: UAE, United Arab Emirates, Emirates
        Asia/Muscat: Oman
        Asia/Aden: Yemen
        Asia/Yangon: Myanmar, Burma
        Asia/Bangkok: Thailand
        Asia/Vientiane: Laos
        Asia/Phnom_Penh: Cambodia
        Asia/Ho_Chi_Minh: Vietnam, Viet Nam
        Asia/Kuala_Lumpur: Malaysia
        Asia/Singapore: Singapore
        Asia/Brunei: Brunei
        Asia/Manila: Philippines, The Philippines
        Asia/Dili: Timor-Leste, East Timor
        Pacific/Auckland: New Zealand
        Pacific/Fiji: Fiji
        Pacific/Tongatapu: Tonga
        Pacific/Port_Moresby: Papua New Guinea
        Pacific/Guadalcanal: Solomon Islands
        Pacific/Efate: Vanuatu
        Pacific/Guam: Guam
        Africa/Cairo: Egypt
        Africa/Tripoli: Libya
        Africa/Tunis: Tunisia
        Africa/Algiers: Algeria
        Africa/Casablanca: Morocco
        Africa/Nouakchott: Mauritania
        Africa/Bamako: Mali
        Africa/Niamey: Niger
        Africa/Ndjamena: Chad
        Africa/Khartoum: Sudan
        Africa/Juba: South Sudan
        Africa/Addis_Ababa: Ethiopia
        Africa/Asmara: Eritrea
        Africa/Djibouti: Djibouti
        Africa/Mogadishu: Somalia
        Africa/Nairobi: Kenya
        Africa/Kampala: Uganda
        Africa/Kigali: Rwanda
        Africa/Bujumbura: Burundi
        Africa/Dar_es_Salaam: Tanzania
        Africa/Lagos: Nigeria
        Africa/Porto-Novo: Benin
        Africa/Lome: Togo
        Africa/Accra: Ghana
        Africa/Abidjan: Ivory Coast, Cote d'Ivoire
        Africa/Ouagadougou: Burkina Faso
        Africa/Monrovia: Liberia
        Africa/Freetown: Sierra Leone
        Africa/Dakar: Senegal
        Africa/Banjul: Gambia, The Gambia
        Africa/Douala: Cameroon
        Africa/Libreville: Gabon
        Africa/Bangui: Central African Republic
        Africa/Brazzaville: Republic of the Congo
        Africa/Luanda: Angola
        Africa/Lusaka: Zambia
        Africa/Harare: Zimbabwe
        Africa/Maputo: Mozambique
        Africa/Blantyre: Malawi
        Africa/Gaborone: Botswana
        Africa/Windhoek: Namibia
        Africa/Johannesburg: South Africa
        Africa/Maseru: Lesotho
        Africa/Mbabane: Eswatini, Swaziland
        Indian/Antananarivo: Madagascar
        Indian/Mauritius: Mauritius
        Indian/Mahe: Seychelles
        America/Havana: Cuba
        America/Jamaica: Jamaica
        America/Port-au-Prince: Haiti
        America/Santo_Domingo: Dominican Republic
        America/Puerto_Rico: Puerto Rico
        America/Nassau: Bahamas, The Bahamas
        America/Port_of_Spain: Trinidad, Trinidad and Tobago
        America/Barbados: Barbados
        Atlantic/Bermuda: Bermuda
        America/Guatemala: Guatemala
        America/Belize: Belize
        America/El_Salvador: El Salvador
        America/Tegucigalpa: Honduras
        America/Managua: Nicaragua
        America/Costa_Rica: Costa Rica
        America/Panama: Panama
        America/Bogota: Colombia
        America/Caracas: Venezuela
        America/Guyana: Guyana
        America/Paramaribo: Suriname
        America/Lima: Peru
        America/La_Paz: Bolivia
        America/Asuncion: Paraguay
        America/Montevideo: Uruguay
        America/Argentina/Buenos_Aires: Argentina
        America/New_York: New York State, New Jersey, Pennsylvania, Massachusetts, Connecticut, Virginia, North Carolina, South Carolina, Ohio, Maryland, Delaware, Vermont, New Hampshire, Maine, Rhode Island
        America/Chicago: Illinois, Wisconsin, Minnesota, Iowa, Missouri, Louisiana, Mississippi, Alabama, Arkansas, Oklahoma
        America/Denver: Colorado, Utah, Wyoming, Montana, New Mexico
        America/Los_Angeles: California, Washington State, Nevada
        America/Phoenix: Arizona
        America/Anchorage: Alaska
        Pacific/Honolulu: Hawaii
        America/Vancouver: British Columbia
        America/Edmonton: Alberta
        America/Winnipeg: Manitoba
        America/Halifax: Nova Scotia
        America/St_Johns: Newfoundland
        Australia/Sydney: New South Wales, NSW
        Australia/Brisbane: Queensland
        Australia/Hobart: Tasmania
        Australia/Perth: Western Australia
        Australia/Adelaide: South Australia
        Australia/Darwin: Northern Territory
        """;

    private const string Several = """
        US: Eastern=America/New_York, Central=America/Chicago, Mountain=America/Denver, Pacific=America/Los_Angeles, Alaska=America/Anchorage, Hawaii=Pacific/Honolulu
        Canada: Newfoundland=America/St_Johns, Atlantic=America/Halifax, Eastern=America/Toronto, Central=America/Winnipeg, Mountain=America/Edmonton, Pacific=America/Vancouver
        Mexico: Cancún=America/Cancun, Mexico City=America/Mexico_City, Mazatlán=America/Mazatlan, Hermosillo=America/Hermosillo, Tijuana=America/Tijuana
        Brazil: Noronha=America/Noronha, Brasília=America/Sao_Paulo, Manaus=America/Manaus, Rio Branco=America/Rio_Branco
        Russia: Kaliningrad=Europe/Kaliningrad, Moscow=Europe/Moscow, Yekaterinburg=Asia/Yekaterinburg, Novosibirsk=Asia/Novosibirsk, Irkutsk=Asia/Irkutsk, Vladivostok=Asia/Vladivostok
        Australia: Perth=Australia/Perth, Darwin=Australia/Darwin, Adelaide=Australia/Adelaide, Brisbane=Australia/Brisbane, Sydney=Australia/Sydney
        Indonesia: Jakarta=Asia/Jakarta, Makassar=Asia/Makassar, Jayapura=Asia/Jayapura
        Mongolia: Ulaanbaatar=Asia/Ulaanbaatar, Khovd=Asia/Hovd
        DRC: Kinshasa=Africa/Kinshasa, Lubumbashi=Africa/Lubumbashi
        Spain: the mainland=Europe/Madrid, the Canaries=Atlantic/Canary
        Chile: the mainland=America/Santiago, Magallanes=America/Punta_Arenas, Easter Island=Pacific/Easter
        Ecuador: the mainland=America/Guayaquil, the Galápagos=Pacific/Galapagos
        Greenland: Nuuk=America/Nuuk, Danmarkshavn=America/Danmarkshavn, Pituffik=America/Thule
        Kiribati: Tarawa=Pacific/Tarawa, Kanton=Pacific/Kanton, Kiritimati=Pacific/Kiritimati
        Micronesia: Chuuk=Pacific/Chuuk, Pohnpei=Pacific/Pohnpei
        French Polynesia: Tahiti=Pacific/Tahiti, the Marquesas=Pacific/Marquesas, Gambier=Pacific/Gambier
        Texas: most of it=America/Chicago, El Paso=America/Denver
        Florida: most of it=America/New_York, Pensacola=America/Chicago
        Tennessee: Nashville=America/Chicago, Knoxville=America/New_York
        Kentucky: Louisville=America/Kentucky/Louisville, Bowling Green=America/Chicago
        Indiana: Indianapolis=America/Indiana/Indianapolis, Gary=America/Chicago
        Michigan: Detroit=America/Detroit, its west=America/Menominee
        Kansas: most of it=America/Chicago, its west=America/Denver
        Nebraska: Omaha=America/Chicago, its west=America/Denver
        North Dakota: most of it=America/Chicago, its southwest=America/Denver
        South Dakota: its east=America/Chicago, Rapid City=America/Denver
        Idaho: Boise=America/Boise, its north=America/Los_Angeles
        Oregon: most of it=America/Los_Angeles, Ontario=America/Boise
        Ontario: most of it=America/Toronto, Kenora=America/Winnipeg
        Quebec: most of it=America/Toronto, Blanc-Sablon=America/Puerto_Rico
        Europe: London=Europe/London, Brussels=Europe/Brussels, Athens=Europe/Athens
        """;

    private static readonly FrozenDictionary<string, string> _otherNames = new (string Other, string Name)[]
    {
        ("USA", "US"), ("United States", "US"), ("The US", "US"), ("The United States", "US"), ("United States of America", "US"), ("America", "US"),
        ("Russian Federation", "Russia"), ("DR Congo", "DRC"), ("Democratic Republic of the Congo", "DRC"), ("Brasil", "Brazil"), ("Espana", "Spain"),
    }.ToFrozenDictionary(entry => PlaceKey.Of(entry.Other), entry => PlaceKey.Of(entry.Name), StringComparer.Ordinal);

    // Zones are loaded when they are asked for: there are hundreds here, and few are ever typed.
    private static readonly FrozenDictionary<string, string> _one = Lines(One)
        .SelectMany(row => row[1].Split(", ").Select(name => (Key: PlaceKey.Of(name), ZoneId: row[0])))
        .ToFrozenDictionary(entry => entry.Key, entry => entry.ZoneId, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Name, string Zones)> _several = Lines(Several)
        .ToFrozenDictionary(row => PlaceKey.Of(row[0]), row => (row[0], row[1]), StringComparer.Ordinal);

    /// <summary>The countries of one zone, as they are spelt.</summary>
    public static IEnumerable<string> Names => Lines(One).SelectMany(row => row[1].Split(", ")).Where(name => name.Length > 3);

    /// <summary>Every name.</summary>
    public static IEnumerable<string> AllNames => _one.Keys.Concat(_several.Keys).Concat(_otherNames.Keys);

    /// <summary>Known or ambiguous, or null when it is no country here.</summary>
    public static ZoneReading? Find(string name)
    {
        var typed = PlaceKey.Of(name);
        var key = _otherNames.GetValueOrDefault(typed, typed);
        if (_one.TryGetValue(key, out var zoneId))
        {
            // The clock is called after its city, not after the country.
            return new ZoneReading.Known(new WallClock("", DateTimeZoneProviders.Tzdb[zoneId]));
        }

        return _several.TryGetValue(key, out var several) ? SharedNames.Several(several.Name, several.Zones) : null;
    }

    private static IEnumerable<string[]> Lines(string table) => table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": "));
}
