using System.Collections.Frozen;
using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Words that make a time inexact, repeated, or several times.</summary>
internal static class LooseWords
{
    private static readonly FrozenSet<string> _inexact =
        Set("before after around about approximately approx roughly circa ca past early late mid almost nearly ish maybe perhaps probably");

    private static readonly FrozenSet<string> _repeating =
        Set("every each daily weekly monthly yearly annually hourly weekdays weekends mondays tuesdays wednesdays thursdays fridays saturdays sundays");

    /// <summary>Reads one of them; the phrase is then doubtful, or no time.</summary>
    public static bool TryRead(TokenCursor cursor, PhraseParts parts)
    {
        var word = cursor.Current;
        if (word.Kind != TokenKind.Word)
        {
            return TryReadSign(cursor, parts);
        }

        if (cursor.StartsWith("no later than") || cursor.StartsWith("not later than"))
        {
            cursor.Skip(3);
            return true;
        }

        if (_repeating.Contains(word.Text))
        {
            parts.Fault ??= $"{Quotation.Of(cursor.Slice(0))} repeats, and one time is wanted; give the first, such as 28 Jun 17:00; repeat: says how a deadline or session repeats.";
        }
        else if (word.Is("or"))
        {
            parts.Fault ??= "\"or\" leaves it open which time is meant; give one.";
        }
        else if (word.IsAny("business working banking trading") && cursor.Ahead(1).IsAny("day days hour hours"))
        {
            parts.Fault ??= $"{Quotation.Of(cursor.Slice(1))} differ from place to place; name the date.";
        }
        else if (_inexact.Contains(word.Text))
        {
            parts.Doubt ??= $"{Quotation.Of(cursor.Slice(0))} is no exact time; say exactly when.";
        }
        else
        {
            return false;
        }

        cursor.Skip(1);
        return true;
    }

    private static bool TryReadSign(TokenCursor cursor, PhraseParts parts)
    {
        if (!cursor.Current.Is('~') && !cursor.Current.Is('≈') && !cursor.Current.Is('?'))
        {
            return false;
        }

        parts.Doubt ??= $"{Quotation.Of(cursor.Slice(0))} makes it no exact time; say exactly when.";
        cursor.Skip(1);
        return true;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>Words typed without a space after an hour: "5pmET", "9amtomorrow", "17hUTC".</summary>
internal static class GluedWords
{
    private static readonly string[] _halves = ["am", "pm", "a", "p", "h"];

    /// <summary>Where the first of them ends: the whole run of letters unless it is half a day and a word of times or zones.</summary>
    /// <param name="tidy">The tidied phrase.</param>
    /// <param name="start">Where the letters start.</param>
    /// <param name="end">Where they end, exclusive.</param>
    public static int End(string tidy, int start, int end)
    {
        var letters = tidy[start..end];
        if (IsWord(letters))
        {
            return end;
        }

        var half = Array.Find(_halves, known =>
            letters.Length > known.Length + 1 && letters.StartsWith(known, StringComparison.OrdinalIgnoreCase) && IsWord(letters[known.Length..]));
        return half is null ? end : start + half.Length;
    }

    private static bool IsWord(string rest) => Vocabulary.IsReserved(rest) || ZoneSearch.Find(rest) is not null;
}
