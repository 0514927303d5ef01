using System.Globalization;

namespace TalksBot.Core.Times.Zones;

/// <summary>Offsets from UTC as people write them: <c>UTC+2</c>, <c>GMT-04:00</c>, <c>+0530</c>, <c>Z</c>.</summary>
internal static class FixedOffsets
{
    private const int FarthestAhead = 14;
    private const int FarthestBehind = 12;

    private static readonly string[] _prefixes = ["UTC", "GMT"];

    /// <summary>Reads an offset with or without its UTC in front; null when the text is none, or one that no clock ever showed.</summary>
    public static Offset? Read(string text)
    {
        if (text is "Z" or "z")
        {
            return Offset.Zero;
        }

        var prefixed = _prefixes.Any(prefix => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        return ReadSigned(prefixed ? text[3..].Replace(" ", "", StringComparison.Ordinal).Replace('\u2212', '-') : text);
    }

    /// <summary>Whether clocks somewhere are, or were, so far from UTC.</summary>
    public static bool IsReal(Offset offset) => offset >= Offset.FromHours(-FarthestBehind) && offset <= Offset.FromHours(FarthestAhead);

    /// <summary>The offset as <c>+05:30</c>, with seconds only where there are any.</summary>
    public static string Write(Offset offset)
    {
        var (sign, size) = offset.Seconds < 0 ? ('-', -offset) : ('+', offset);
        var time = size.ToTimeSpan();
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{time.Hours:00}:{time.Minutes:00}");
        return time.Seconds == 0 ? text : text + time.Seconds.ToString("':'00", CultureInfo.InvariantCulture);
    }

    /// <summary>The name of a clock that never changes: <c>UTC</c>, <c>UTC-4</c>, <c>UTC+5:30</c>.</summary>
    public static string Label(Offset offset)
    {
        if (offset == Offset.Zero)
        {
            return "UTC";
        }

        var text = Write(offset);
        var hours = text[1] == '0' ? text[2..] : text[1..];
        return $"UTC{text[0]}{(hours.EndsWith(":00", StringComparison.Ordinal) && text.Length == 6 ? hours[..^3] : hours)}";
    }

    private static Offset? ReadSigned(string text)
    {
        if (text.Length < 2 || text[0] is not ('+' or '-'))
        {
            return null;
        }

        var parts = text[1..].Split(':');
        if (parts is [{ Length: 4 } joined])
        {
            parts = [joined[..2], joined[2..]];
        }

        var shaped = parts.Length <= 3 && parts[0].Length is 1 or 2 && parts.Skip(1).All(part => part.Length == 2);
        if (!shaped || !parts.All(part => part.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var numbers = parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).Concat([0, 0]).ToArray();
        var seconds = (numbers[0] * 3600) + (numbers[1] * 60) + numbers[2];
        var inRange = numbers[1] < 60 && numbers[2] < 60 && seconds <= (text[0] == '-' ? FarthestBehind : FarthestAhead) * 3600;
        return inRange ? Offset.FromSeconds(text[0] == '-' ? -seconds : seconds) : null;
    }
}
