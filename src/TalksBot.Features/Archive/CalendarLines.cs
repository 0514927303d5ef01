using System.Text;

namespace TalksBot.Features.Archive;

/// <summary>
/// The lines of a calendar, folded at 75 octets of UTF-8 (RFC 5545 §3.1). Ical.Net folds at 75 UTF-16 units and may part the
/// two halves of a letter, which then cannot be written down.
/// </summary>
internal static class CalendarLines
{
    private const int MostOctets = 75;
    private const string Break = "\r\n";
    private const string Fold = "\r\n ";

    /// <summary>The same calendar with every letter whole.</summary>
    public static string Refold(string calendar)
    {
        var folded = new StringBuilder(calendar.Length);
        foreach (var line in calendar.Replace(Fold, "", StringComparison.Ordinal).Split(Break, StringSplitOptions.RemoveEmptyEntries))
        {
            Append(folded, line);
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                folded.Append(Fold);
                octets = 1;
            }

            folded.Append(letter);
            octets += letter.Utf8SequenceLength;
        }

        folded.Append(Break);
    }
}
