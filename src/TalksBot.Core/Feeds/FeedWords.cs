using System.Collections.Frozen;
using System.Globalization;
using TalksBot.Core.Text;

namespace TalksBot.Core.Feeds;

/// <summary>The months and zones that dates of feeds name, in the languages in which programs write them.</summary>
internal static class FeedWords
{
    /// <summary>A line a month: how its name begins, in capitals without marks. The longest that fits counts.</summary>
    private static readonly string[] Months =
    [
        "JAN GEN ENE IAN LEDEN STY TAM OCAK ЯНВ СІЧ ΙΑΝ STYCZ",
        "FEB FEV FÉV ÚNO UNO LUT HELMI SUBAT ŞUBAT ФЕВ ЛЮТ ΦΕΒ",
        "MAR MÄR MRZ MAA MRT MARS BRE BŘE MAALIS ΜΑΡ МАР БЕР",
        "APR ABR AVR DUBEN DUB KWI HUHTI NIS NİS АПР КВІ ΑΠΡ",
        "MAY MAI MAJ MEI MAG KVE KVĚ TOUKO MAYIS МАЙ МАЯ ТРА ΜΑΪ ΜΑΙ MÁJ",
        "JUN GIU JUIN IUN CERVEN ČERVEN CZE KESA HAZ ИЮН ЧЕР ΙΟΎΝ ΙΟΥΝ",
        "JUL LUG JUIL IUL CERVENEC ČERVENEC LIP HEINA TEM ИЮЛ ЛИП ΙΟΎΛ ΙΟΥΛ",
        "AUG AGO AOU AOÛ SRP SIE ELO AGU AĞU АВГ СЕР ΑΎΓ ΑΥΓ",
        "SEP SET ZAR ZÁŘ ZÁR WRZ SYYS EYL СЕН ВЕР ΣΕΠ SZEP",
        "OCT OKT OTT OUT RIJ ŘÍJ RÍJ PAZ PAŹ LOKA EKI ОКТ ЖОВ ΟΚΤ",
        "NOV LISTOPAD LIS MARRAS KAS НОЯ ЛИСТ ΝΟΈ ΝΟΕ",
        "DEC DEZ DIC DÉC PRO GRU JOULU ARA ДЕК ГРУ ΔΕΚ",
    ];

    private static readonly (string Begins, int Month)[] Beginnings =
    [
        .. Months.SelectMany((names, at) => names.Split(' ').Select(name => (Begins: PlainLetters.Capitals(name), Month: at + 1))).OrderByDescending(entry => entry.Begins.Length),
    ];

    /// <summary>Zones with how many hours they are ahead of Greenwich.</summary>
    private static readonly FrozenDictionary<string, double> Zones =
        ("UT 0,UTC 0,GMT 0,Z 0,WET 0,AT -4,AST -4,ADT -3,ET -5,EST -5,EDT -4,CT -6,CST -6,CDT -5,MT -7,MST -7,MDT -6,PT -8,PST -8,PDT -7,AKST -9,AKDT -8,HST -10,NST -3.5,NDT -2.5,BRT -3,ART -3,"
            + "BST 1,WEST 1,CET 1,MET 1,MEZ 1,CEST 2,MEST 2,MESZ 2,EET 2,SAST 2,EEST 3,MSK 3,IST 5.5,HKT 8,SGT 8,AWST 8,JST 9,KST 9,AEST 10,AEDT 11,NZST 12,NZDT 13")
        .Split(',')
        .Select(zone => zone.Split(' '))
        .ToFrozenDictionary(zone => zone[0], zone => double.Parse(zone[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>The month that a word names; zero for none.</summary>
    public static int Month(string word)
    {
        var capitals = PlainLetters.Capitals(word.TrimEnd('.'));
        return capitals.Length < 3 ? 0 : Array.Find(Beginnings, entry => capitals.StartsWith(entry.Begins, StringComparison.Ordinal)).Month;
    }

    /// <summary>True for what may be a zone.</summary>
    public static bool IsZone(string word) => Zones.ContainsKey(word) || word.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || word.StartsWith("UTC", StringComparison.OrdinalIgnoreCase);

    /// <summary>How far a zone is ahead of Greenwich; none where nobody knows it.</summary>
    public static Duration Ahead(string zone)
    {
        if (Zones.TryGetValue(zone, out var hours))
        {
            return Duration.FromHours(hours);
        }

        var sign = zone.IndexOfAny(['+', '-']);
        if (sign < 0)
        {
            return Duration.Zero;
        }

        var digits = zone[(sign + 1)..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return Duration.Zero;
        }

        var ahead = digits.Length < 3 ? Duration.FromHours(number) : Duration.FromMinutes((number / 100 * 60) + (number % 100));
        return zone[sign] == '-' ? -ahead : ahead;
    }
}
