using System.Collections.Frozen;

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
            parts.Fault ??= $"{Quotation.Of(cursor.Slice(0))} repeats, and one time is wanted; give the first, such as 28 Jun 17:00.";
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
