using TalksBot.Core.Times.Phrases;
using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times;

/// <summary>Finds the time that words without quotes begin with: the longest run of them that reads as one.</summary>
public static class TimeRun
{
    private const int LongestRun = 16;
    private const string SmallWords = "the a an this that these those on for of about over and to in at by with is are will must when before after";

    private const string Leads = "since the last past";

    private static readonly string[] _days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "tonight"];

    private static readonly char[] _marks = [',', ';', ':', '-', '–', '—', '|', '.'];

    /// <summary>How many of the first words read as a time, or a start and an end, however unclear; 0 when none do.</summary>
    public static int Length(IReadOnlyList<string> words, IReadOnlyList<WallClock> clocks) =>
        Lengths(words).FirstOrDefault(length => Reads(Join(words, length), clocks));

    /// <summary>How many of the first words are a length of time, or a time without a place, at least one.</summary>
    public static int SpanLength(IReadOnlyList<string> words)
    {
        var lead = words.TakeWhile(word => Leads.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase)).Count();
        var rest = words.Skip(lead).ToList();
        var length = Lengths(rest).FirstOrDefault(count => DurationText.TryParse(Join(rest, count), out _) || IsPlaceless(Join(rest, count)));
        return Math.Max(1, length == 0 ? 0 : lead + length);
    }

    /// <summary>Divides the words into a time and the rest, or says that they can be divided in several ways.</summary>
    public static TimeDivision Divide(IReadOnlyList<string> words, TimeContext context)
    {
        var found = 0;
        var asked = 0;
        foreach (var length in Lengths(words).Where(length => Reads(Join(words, length), context.Clocks)))
        {
            var answer = PhraseReading.Of(Join(words, length), context);
            found = Math.Max(found, answer is PhraseAnswer.Found ? length : 0);
            asked = Math.Max(asked, answer is PhraseAnswer.Asked { Candidates.Count: > 0 } ? length : 0);
        }

        if (Math.Max(found, asked) == 0)
        {
            var longest = Length(words, context.Clocks);
            return longest == 0 ? new TimeDivision.None() : new TimeDivision.Clear(longest);
        }

        // "5pm Monday 3 ministers": a number that no time needs begins the rest.
        var extra = words.Skip(found).Take(asked - found).ToList();
        if (found > 0 && extra is [var only] && IsNumber(only))
        {
            asked = 0;
        }

        return asked > found
            ? found > 0 && StandsForMore(extra) ? Either([found, asked], words, asked) : new TimeDivision.Clear(asked)
            : Settled(words, found, context);
    }

    /// <summary>The words after a time, without the marks that part them from it.</summary>
    public static string Rest(IReadOnlyList<string> words, int length) => string.Join(' ', words.Skip(length)).TrimStart(_marks).Trim();

    /// <summary>The first words as a time.</summary>
    public static string Join(IReadOnlyList<string> words, int length) => string.Join(' ', words.Take(length)).TrimEnd(_marks);

    private static TimeDivision Settled(IReadOnlyList<string> words, int length, TimeContext context)
    {
        if (length == words.Count)
        {
            return new TimeDivision.Clear(length);
        }

        // "17:00 Central bank decision" names a zone, or what happens.
        var parted = (_marks.Contains(words[length - 1][^1]) && !words[length - 1].EndsWith('.')) || !words[length].Any(char.IsLetterOrDigit);
        var small = SmallWords.Split(' ').Contains(words[length], StringComparer.OrdinalIgnoreCase);
        if (Place(words, length, context.Clocks) is { } place && !(parted || (small && !Abbreviations.IsWord(words[length - 1]))) && Reads(Join(words, place), context.Clocks))
        {
            return Either([length, place], words, length);
        }

        var next = Bare(words[length]);
        var belongs = Vocabulary.NamesDay(next) || IsClock(next) || IsNearlyDay(next) || IsNearlyZone(words[length]);
        return belongs && !parted ? new TimeDivision.Either([length], $"{Quotation.Of(words[length])} could belong to the time; put the time in quotes.") : new TimeDivision.Clear(length);
    }

    // How many words stand before the place that ends the run; null when it ends in none, or in one that is nothing else.
    private static int? Place(IReadOnlyList<string> words, int length, IReadOnlyList<WallClock> clocks)
    {
        var parts = PhraseSyntax.Read(Join(words, length), clocks);
        if (parts.Zone is not { } zone)
        {
            return null;
        }

        var count = zone.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var ends = Join(words, length).EndsWith(zone.Text, StringComparison.OrdinalIgnoreCase);
        var isLetters = Abbreviations.Find(zone.Text) is not null || AmbiguousAbbreviations.Find(zone.Text) is not null || FixedOffsets.Read(zone.Text) is not null;
        var isWord = zone.Text.Any(char.IsLower) && (Abbreviations.IsWord(zone.Text) || zone.Text.Length > 4);
        var timed = zone.Text.EndsWith(" time", StringComparison.OrdinalIgnoreCase);
        return ends && !timed && (!isLetters || isWord) && count < length ? length - count : null;
    }

    private static TimeDivision.Either Either(IReadOnlyList<int> lengths, IReadOnlyList<string> words, int longest)
    {
        var shorter = lengths.Min();
        var doubtful = string.Join(' ', words.Skip(shorter).Take(longest - shorter));
        return new([.. lengths.OrderDescending()], $"{Quotation.Of(doubtful)} could belong to the time or to the words after it; put the time in quotes.");
    }

    // What follows a time could as well begin the rest, unless it is letters of a zone or names a day.
    private static bool StandsForMore(IReadOnlyList<string> extra) =>
        !extra.Any(word => Vocabulary.NamesDay(Bare(word)) || AmbiguousAbbreviations.Find(word.Trim('(', ')', ',')) is not null || IsClock(Bare(word)));

    private static bool IsPlaceless(string text) => Reads(text, []) && PhraseSyntax.Read(text, []).Zone is null;

    private static bool Reads(string text, IReadOnlyList<WallClock> clocks)
    {
        var last = text.Split(' ')[^1];
        if (last.Length == 0 || !last.Any(char.IsLetterOrDigit) || (last != "AT" && Vocabulary.IsDangling(last)))
        {
            return false;
        }

        var parts = PhraseSyntax.Read(text, clocks);
        return (parts.Fault is null && parts.HasTime && parts.Zone?.Reading is not ZoneReading.Unknown) || StampSyntax.Is(text)
            || RangeSyntax.Find(text, clocks) is { Start.Zone.Reading: not ZoneReading.Unknown } or { Start.Zone: null };
    }

    private static IEnumerable<int> Lengths(IReadOnlyList<string> words)
    {
        for (var length = Math.Min(words.Count, LongestRun); length > 0; length--)
        {
            yield return length;
        }
    }

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit) || NumberWords.Has(Bare(word));

    private static bool IsClock(string word) => word.Any(char.IsAsciiDigit) && PhraseSyntax.Read(word, []) is { Fault: null, Clock: not null, Doubt: null };

    private static bool IsNearlyDay(string word) =>
        word.Length >= 5 && Array.Exists(_days, day => Text.NearMiss.Slips(word, day) == 1);

    // UTC+15, +2 and Genva are no zones, and were meant for one.
    private static bool IsNearlyZone(string word)
    {
        var offset = word.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) || word.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) ? word[3..] : word;
        return (offset.Length > 1 && "+-−".Contains(offset[0], StringComparison.Ordinal) && char.IsAsciiDigit(offset[1])) || (char.IsUpper(word[0]) && ZoneSuggestions.For(word).Count > 0);
    }

    private static string Bare(string word) => word.Trim(_marks).Trim('(', ')').ToLowerInvariant();
}

/// <summary>How words without quotes divide into a time and the rest. A closed set.</summary>
public abstract record TimeDivision
{
    private TimeDivision()
    {
    }

    /// <summary>In one way.</summary>
    /// <param name="Length">How many of the words are the time.</param>
    public sealed record Clear(int Length) : TimeDivision;

    /// <summary>In several, or in one that nobody may be sure of.</summary>
    /// <param name="Lengths">How many of the words may be the time, the most first.</param>
    /// <param name="Why">One sentence.</param>
    public sealed record Either(IReadOnlyList<int> Lengths, string Why) : TimeDivision;

    /// <summary>They begin with no time.</summary>
    public sealed record None : TimeDivision;
}
