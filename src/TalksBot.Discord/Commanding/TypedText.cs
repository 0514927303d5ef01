using System.Text.RegularExpressions;
using TalksBot.Chat.Text;

namespace TalksBot.Discord.Commanding;

/// <summary>What somebody typed, out of Discord's own notation: a moment that counts by itself as that moment, an address without its brackets (discord.md §5).</summary>
internal static partial class TypedText
{
    /// <summary>The text as the desk reads it.</summary>
    public static string Of(string text) => Notation().Replace(
        text, found => found.Groups["address"] is { Success: true } address ? address.Value : TypedMoment.Read(found.Groups["seconds"].Value) ?? found.Value);

    [GeneratedRegex(@"<t:(?<seconds>[0-9]{1,12})(:[tTdDfFRsS])?>|<(?<address>https?://[^<>\s]+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Notation();
}
