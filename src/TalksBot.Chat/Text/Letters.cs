using System.Globalization;
using System.Text;
using TalksBot.Core.Times;

namespace TalksBot.Chat.Text;

/// <summary>Takes text apart where a reader would: never a letter from its accents, nor an emoji in two. Pure.</summary>
public static class Letters
{
    /// <summary>A letter with this much hanging on it is no letter any more and may be cut anywhere.</summary>
    private const int Longest = 64;

    /// <summary>How many UTF-16 units the letter at this place has, with what hangs on it.</summary>
    public static int LengthAt(string clean, int at)
    {
        var length = StringInfo.GetNextTextElementLength(clean, at);
        return length <= Longest ? length : Rune.GetRuneAt(clean, at).Utf16SequenceLength;
    }

    /// <summary>As much of a clean text as there is room for once it is written for a platform, ending in … where it was cut.</summary>
    /// <param name="clean">The text.</param>
    /// <param name="room">The most UTF-16 units as written.</param>
    /// <param name="write">Writes as much as there is room for, and says what is left.</param>
    public static string Shorten(string clean, int room, Func<string, int, (string Written, string Left)> write)
    {
        var (whole, left) = write(clean, room);
        return left.Length == 0 ? whole : room < 1 ? "" : write(clean, room - 1).Written + "…";
    }
}

/// <summary>A moment that a platform shows by itself, as somebody typed or pasted it. Pure.</summary>
public static class TypedMoment
{
    /// <summary>The moment as commands read it; null for no seconds of the Unix clock, or those of another age.</summary>
    /// <param name="seconds">The seconds, in digits.</param>
    public static string? Read(string seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < int.MaxValue
            ? TimeWording.Iso(Instant.FromUnixTimeSeconds(at))
            : null;
}
