using System.Diagnostics.CodeAnalysis;
using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times;

/// <summary>One of the clocks on the newsroom wall.</summary>
/// <param name="Name">The label under the clock; empty when nobody gave one, and then the zone names itself.</param>
/// <param name="Zone">The zone it shows.</param>
public sealed record WallClock(string Name, DateTimeZone Zone)
{
    private const int LongestName = 32;

    /// <summary>Reads a place, IANA id, abbreviation or offset, or a label of one's own as in <c>HQ=Europe/Zurich</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="clock">The clock, or null when the text is unknown or ambiguous.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out WallClock? clock)
    {
        var split = text.LastIndexOf('=');
        clock = split < 0 ? Read(text) : Named(text[..split].Trim(), text[(split + 1)..].Trim());
        return clock is not null;
    }

    /// <summary>The label at that instant: the given name, else the zone's best-known place (Geneva), else the end of its
    /// id, else its id or offset from UTC.</summary>
    public string NameAt(Instant at) => ClockLabel.For(this, at).Text;

    /// <summary>Text that <see cref="TryParse"/> reads as this clock.</summary>
    public override string ToString()
    {
        if (Name.Length > 0)
        {
            return $"{Name}={Zone.Id}";
        }

        // The ids EST, MST, CET and the like are also abbreviations, which win unless an equals sign says id.
        return Equals(Read(Zone.Id)) ? Zone.Id : $"={Zone.Id}";
    }

    private static WallClock? Read(string text) => ZoneSearch.Find(text) is ZoneReading.Known known ? known.Clock : null;

    private static WallClock? Named(string name, string zoneText)
    {
        var zone = ZoneIds.Find(zoneText) ?? Read(zoneText)?.Zone;
        return zone is not null && IsLegible(name) ? new(name, zone) : null;
    }

    // A label is printed inside times and read back from them, so it may hold nothing a time is made of.
    private static bool IsLegible(string name) =>
        name.Length <= LongestName
        && name.All(letter => char.IsLetter(letter) || letter is ' ' or '\'' or '-' or '.')
        && (name.Length == 0 || (char.IsLetter(name[0]) && char.IsLetter(name[^1]) && !Phrases.Vocabulary.IsReserved(name)));
}

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
