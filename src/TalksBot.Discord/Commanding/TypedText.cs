using System.Text.RegularExpressions;
using TalksBot.Chat.Text;

namespace TalksBot.Discord.Commanding;

/// <summary>What somebody typed, out of Discord's own notation: a moment that counts by itself as that moment, an address without its brackets (discord.md §5).</summary>
internal static partial class TypedText
{
    /// <summary>The text as the desk reads it.</summary>
    public static string Of(string text) => Notation().Replace(
        text, found => found.Groups["address"] is { Success: true } address ? address.Value : TypedMoment.Read(found.Groups["seconds"].Value) ?? found.Value);

    /// <summary>A list of channels, those of Discord's own notation as the addresses that the desk knows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="connection">The connection's name, such as <c>discord:main</c>.</param>
    public static string Channels(string text, string connection) => Channel().Replace(text, found => $"{connection}/{found.Groups["id"].Value} ").Trim();

    [GeneratedRegex("<#(?<id>[0-9]{1,20})>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Channel();

    [GeneratedRegex(@"<t:(?<seconds>[0-9]{1,12})(:[tTdDfFRsS])?>|<(?<address>https?://[^<>\s]+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Notation();
}
