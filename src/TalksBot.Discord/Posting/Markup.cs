using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TalksBot.Chat.Text;
using TalksBot.Core.Text;

namespace TalksBot.Discord.Posting;

/// <summary>
/// Writes plain text so that Discord shows it exactly as it is: no markup and no mention (discord.md §5). Only web addresses lead
/// where they say, each between angle brackets, which end it where it ends and show nothing of themselves.
/// </summary>
internal static partial class Markup
{
    private const string Meaningful = @"\*_~`|<>[@";

    /// <summary>The whole of a clean text.</summary>
    public static string Escape(string clean) => Write(clean, int.MaxValue).Marked;

    /// <summary>As much of a clean text as there is room for, ending in … where it was cut.</summary>
    public static string Shorten(string clean, int room) => Letters.Shorten(clean, room, Write);

    /// <summary>As much of a clean text as there is room for, and what is left; letters keep their accents.</summary>
    public static (string Marked, string Left) Write(string clean, int room)
    {
        var marked = new StringBuilder();
        var line = new LineStart();
        for (var at = 0; at < clean.Length;)
        {
            if (WebAddress.At(clean, at) is { Length: > 0 } address && address.Length + 2 <= room - marked.Length)
            {
                marked.Append('<').Append(address).Append('>');
                line = line.After(address[0]);
                at += address.Length;
                continue;
            }

            var length = Letters.LengthAt(clean, at);
            var escape = IsMarkup(clean, at, line);
            if (length + (escape ? 1 : 0) > room - marked.Length)
            {
                return (marked.ToString(), clean[at..]);
            }

            line = line.After(clean[at]);
            marked.Append(escape ? "\\" : "").Append(clean, at, length);
            at += length;
        }

        return (marked.ToString(), "");
    }

    private static bool IsMarkup(string clean, int at, LineStart line) => clean[at] switch
    {
        '#' or '-' or '+' => line.IsBlank,
        '.' or ')' => line.IsNumber,
        ':' => clean.AsSpan(at).StartsWith("://", StringComparison.Ordinal) || EmojiName().IsMatch(clean, at),
        var other => Meaningful.Contains(other, StringComparison.Ordinal),
    };

    // Discord shows emoji by their names in what bots say too; none is called by two digits, and times of day are written with them.
    [GeneratedRegex(@"\G:(?![0-9]{2}:)[A-Za-z0-9_+-]+:", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmojiName();

    /// <summary>What stands on the line so far: headings, lists and quotes count only at its start.</summary>
    private readonly record struct LineStart()
    {
        /// <summary>Nothing that shows.</summary>
        public bool IsBlank { get; private init; } = true;

        /// <summary>Digits alone.</summary>
        public bool IsNumber { get; private init; }

        public LineStart After(char c) => c switch
        {
            '\n' => new LineStart(),
            _ when char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format => this,
            _ => new LineStart { IsBlank = false, IsNumber = (IsBlank || IsNumber) && char.IsAsciiDigit(c) },
        };
    }
}
