using System.Text;
using TalksBot.Core.Text;

namespace TalksBot.Terminal;

/// <summary>Makes words safe for a screen: nothing in them can move the cursor, colour, hide or turn what stands around them.</summary>
internal static class ScreenText
{
    /// <summary>Opens a stretch whose direction is its own.</summary>
    public const string Isolate = "\u2068";

    /// <summary>Ends that stretch.</summary>
    public const string EndOfIsolate = "\u2069";

    private const int FirstPicture = 0x2400;

    /// <summary>The words with line breaks kept, blanks plain, and everything that acts made visible.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            plain.Append(Plain(rune));
        }

        return plain.ToString();
    }

    /// <summary>True when some letters run from right to left, and would turn what stands around them.</summary>
    public static bool HasRightToLeft(string line) => line.EnumerateRunes().Any(IsRightToLeft);

    private static Rune Plain(Rune rune) => rune.Value switch
    {
        '\n' => rune,
        '\t' => new Rune(' '),
        < 0x20 => new Rune(FirstPicture + rune.Value),
        0x7F => new Rune(0x2421),
        _ when Rune.IsControl(rune) => Rune.ReplacementChar,
        _ when HiddenCharacters.TurnsDirection(rune) || HiddenCharacters.HasNoWidth(rune) => Rune.ReplacementChar,
        _ => rune,
    };

    private static bool IsRightToLeft(Rune rune) => rune.Value is
        (>= 0x0590 and <= 0x08FF) or 0x200F
        or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
