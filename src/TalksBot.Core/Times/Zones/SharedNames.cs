using System.Collections.Frozen;

namespace TalksBot.Core.Times.Zones;

/// <summary>Names that several places of different zones have; nobody may guess among them.</summary>
internal static class SharedNames
{
    private const string Table = """
        Samoa: Samoa=Pacific/Apia, American Samoa=Pacific/Pago_Pago
        San Juan: Puerto Rico=America/Puerto_Rico, Argentina=America/Argentina/San_Juan
        Cordoba: Argentina=America/Argentina/Cordoba, Spain=Europe/Madrid
        Victoria: British Columbia=America/Vancouver, Australia=Australia/Melbourne, Seychelles=Indian/Mahe
        Merida: Mexico=America/Merida, Venezuela=America/Caracas, Spain=Europe/Madrid
        San Jose: Costa Rica=America/Costa_Rica, California=America/Los_Angeles
        Santa Cruz: Bolivia=America/La_Paz, California=America/Los_Angeles, Tenerife=Atlantic/Canary
        Santa Fe: New Mexico=America/Denver, Argentina=America/Argentina/Cordoba
        San Luis: Argentina=America/Argentina/San_Luis, Mexico=America/Mexico_City
        San Antonio: Texas=America/Chicago, Chile=America/Santiago
        Saint Johns: Newfoundland=America/St_Johns, Antigua=America/Antigua
        St Johns: Newfoundland=America/St_Johns, Antigua=America/Antigua
        Birmingham: England=Europe/London, Alabama=America/Chicago
        Cambridge: England=Europe/London, Massachusetts=America/New_York
        Manchester: England=Europe/London, New Hampshire=America/New_York
        Oxford: England=Europe/London, Mississippi=America/Chicago
        Newcastle: England=Europe/London, Australia=Australia/Sydney
        Richmond: Virginia=America/New_York, London=Europe/London, British Columbia=America/Vancouver
        Portland: Oregon=America/Los_Angeles, Maine=America/New_York
        Springfield: Illinois=America/Chicago, Massachusetts=America/New_York
        Columbia: South Carolina=America/New_York, Missouri=America/Chicago
        Jackson: Mississippi=America/Chicago, Wyoming=America/Denver
        Aurora: Colorado=America/Denver, Illinois=America/Chicago
        Arlington: Virginia=America/New_York, Texas=America/Chicago
        Wilmington: Delaware=America/New_York, California=America/Los_Angeles
        Pasadena: California=America/Los_Angeles, Texas=America/Chicago
        Alexandria: Egypt=Africa/Cairo, Virginia=America/New_York
        Memphis: Tennessee=America/Chicago, Egypt=Africa/Cairo
        Naples: Italy=Europe/Rome, Florida=America/New_York
        Petersburg: Russia=Europe/Moscow, Virginia=America/New_York, Indiana=America/Indiana/Petersburg
        St Petersburg: Russia=Europe/Moscow, Florida=America/New_York
        Saint Petersburg: Russia=Europe/Moscow, Florida=America/New_York
        Odessa: Ukraine=Europe/Kyiv, Texas=America/Chicago
        Georgia: the country=Asia/Tbilisi, the US state=America/New_York
        Cartagena: Colombia=America/Bogota, Spain=Europe/Madrid
        Valencia: Spain=Europe/Madrid, Venezuela=America/Caracas
        Granada: Spain=Europe/Madrid, Nicaragua=America/Managua
        Guadalajara: Mexico=America/Mexico_City, Spain=Europe/Madrid
        Leon: Mexico=America/Mexico_City, Spain=Europe/Madrid, Nicaragua=America/Managua
        Saint Louis: Missouri=America/Chicago, Senegal=Africa/Dakar
        St Louis: Missouri=America/Chicago, Senegal=Africa/Dakar
        Waterloo: Ontario=America/Toronto, Iowa=America/Chicago, Belgium=Europe/Brussels
        Kochi: India=Asia/Kolkata, Japan=Asia/Tokyo
        Salamanca: Spain=Europe/Madrid, Mexico=America/Mexico_City
        Santa Ana: El Salvador=America/El_Salvador, California=America/Los_Angeles
        Vitoria: Spain=Europe/Madrid, Brazil=America/Sao_Paulo
        Toledo: Spain=Europe/Madrid, Ohio=America/New_York
        Trujillo: Peru=America/Lima, Honduras=America/Tegucigalpa
        Hamilton: Bermuda=Atlantic/Bermuda, Ontario=America/Toronto, New Zealand=Pacific/Auckland
        Kingston: Jamaica=America/Jamaica, Ontario=America/Toronto, Norfolk Island=Pacific/Norfolk
        Georgetown: Guyana=America/Guyana, Cayman=America/Cayman, Washington=America/New_York
        Norfolk: Virginia=America/New_York, England=Europe/London, Norfolk Island=Pacific/Norfolk
        Monticello: Kentucky=America/Kentucky/Monticello, New York=America/New_York
        Durham: North Carolina=America/New_York, England=Europe/London
        Plymouth: England=Europe/London, Massachusetts=America/New_York, Montserrat=America/Montserrat
        Dover: Delaware=America/New_York, England=Europe/London
        Bristol: England=Europe/London, Connecticut=America/New_York
        Worcester: England=Europe/London, Massachusetts=America/New_York
        Lancaster: England=Europe/London, Pennsylvania=America/New_York
        Lincoln: England=Europe/London, Nebraska=America/Chicago
        Rochester: New York=America/New_York, Minnesota=America/Chicago, England=Europe/London
        Hyderabad: India=Asia/Kolkata, Pakistan=Asia/Karachi
        Punjab: India=Asia/Kolkata, Pakistan=Asia/Karachi
        Kashmir: India=Asia/Kolkata, Pakistan=Asia/Karachi
        Salem: Oregon=America/Los_Angeles, Massachusetts=America/New_York, India=Asia/Kolkata
        West: western Europe in summer=Europe/Lisbon, Western Australia=Australia/Perth, the west of Brazil=America/Manaus
        East: the east of Brazil=America/Sao_Paulo, eastern Australia=Australia/Sydney, Easter Island=Pacific/Easter
        North: northern Australia=Australia/Darwin, the north of Brazil=America/Belem
        South: South Australia=Australia/Adelaide, the south of Brazil=America/Sao_Paulo
        General: Mexico=America/Mexico_City, Argentina=America/Argentina/Buenos_Aires
        Atlantic: Atlantic Canada=America/Halifax, Puerto Rico=America/Puerto_Rico
        Atlantic time: Atlantic Canada=America/Halifax, Puerto Rico=America/Puerto_Rico
        Congo: Brazzaville=Africa/Brazzaville, Kinshasa=Africa/Kinshasa, Lubumbashi=Africa/Lubumbashi
        Guinea: Guinea=Africa/Conakry, Equatorial Guinea=Africa/Malabo, Papua New Guinea=Pacific/Port_Moresby
        Macedonia: North Macedonia=Europe/Skopje, Greece=Europe/Athens
        Acre: Brazil=America/Rio_Branco, Israel=Asia/Jerusalem
        Midway: the atoll=Pacific/Midway, Chicago=America/Chicago
        Palmer: Antarctica=Antarctica/Palmer, Alaska=America/Anchorage
        Davis: Antarctica=Antarctica/Davis, California=America/Los_Angeles
        """;

    // Zones are loaded when they are asked for: there are hundreds here, and few are ever typed.
    private static readonly FrozenDictionary<string, (string Name, string Meanings)> _entries = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": "))
        .ToFrozenDictionary(line => PlaceKey.Of(line[0]), line => (line[0], line[1]), StringComparer.Ordinal);

    /// <summary>Every name.</summary>
    public static IEnumerable<string> All => _entries.Keys;

    /// <summary>The places, or null when the name is not shared.</summary>
    public static ZoneReading.Ambiguous? Find(string name) =>
        _entries.TryGetValue(PlaceKey.Of(name), out var entry) ? Several(entry.Name, entry.Meanings) : null;

    /// <summary>The reading of a name with several meanings.</summary>
    /// <param name="name">The name.</param>
    /// <param name="meanings">What it may mean, each as "words=zone id", parted by commas.</param>
    public static ZoneReading.Ambiguous Several(string name, string meanings)
    {
        var pairs = meanings.Split(", ").Select(meaning => meaning.Split('=')).ToArray();
        var words = pairs.Select(pair => pair[0]).ToArray();
        var why = $"{name} has several zones: {string.Join(", ", words[..^1])} and {words[^1]}; name a city.";
        return new(why, [.. pairs.Select(pair => new WallClock("", DateTimeZoneProviders.Tzdb[pair[1]]))]);
    }
}
