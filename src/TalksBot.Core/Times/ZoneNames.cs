using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times;

/// <summary>The names people give to time zones: cities, IANA ids, abbreviations and offsets.</summary>
public static class ZoneNames
{
    /// <summary>Reads any text as a zone. An abbreviation also fixes the offset; see <see cref="ZoneReading.Known.Offset"/>.</summary>
    public static ZoneReading Read(string text) => ZoneSearch.Find(text) ?? Unknown(text);

    /// <summary>Places and IANA ids that hold what is typed so far, those beginning with it first, places before ids; each can be read.</summary>
    /// <param name="typed">What is typed so far, in any case of letters; every name when empty.</param>
    public static IEnumerable<string> Holding(string typed) => ZoneSuggestions.Holding(typed);

    private static ZoneReading.Unknown Unknown(string text)
    {
        var quoted = Quotation.Of(text);
        var why = quoted.Length == 0 ? "No place or time zone was given." : $"{quoted} is not a place or time zone I know.";
        return new(why, ZoneSuggestions.For(text));
    }
}
