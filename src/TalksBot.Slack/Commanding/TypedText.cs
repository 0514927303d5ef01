using System.Text.RegularExpressions;
using TalksBot.Chat.Text;

namespace TalksBot.Slack.Commanding;

/// <summary>
/// What somebody typed, out of what Slack makes of it: addresses and channels as they read, people as Slack names them (slack.md §7, §11), and
/// a channel that a command is about as the address that the desk knows.
/// </summary>
internal static partial class TypedText
{
    /// <summary>
    /// The text of a message, or of a command whose names Slack is asked to rewrite: it escapes <c>&amp;</c>, <c>&lt;</c> and
    /// <c>&gt;</c>, or nobody could tell what it rewrote from what was typed.
    /// </summary>
    /// <param name="connection">The name of the connection it came by, such as <c>slack:main</c>.</param>
    /// <param name="text">The text as Slack tells it.</param>
    public static string Of(string connection, string text) => Rewritten().Replace(text, found => Read(connection, found)).Trim()
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>What a message says to somebody: the words after their name, or all of them where it does not stand there.</summary>
    /// <param name="user">Their id.</param>
    /// <param name="text">The message as Slack tells it.</param>
    public static string After(string user, string text)
    {
        var name = text.IndexOf($"<@{user}", StringComparison.Ordinal);
        var end = name < 0 ? -1 : text.IndexOf('>', name);
        return end < 0 ? text : text[(end + 1)..];
    }

    /// <summary>
    /// A channel's name is how it was typed; a person's is not unique, so the identity stays. An address is kept whatever words stand for it,
    /// or what it leads to would be lost; a moment is written so that it can be read as one.
    /// </summary>
    private static string Read(string connection, Match found)
    {
        var (kind, body, label) = (found.Groups["kind"].Value, found.Groups["body"].Value, found.Groups["label"].Value);
        return kind switch
        {
            "#" when found.Groups["about"].Success => $"{connection}/{body}",
            "#" when label.Length > 0 => $"#{label}",
            "#" => found.Value,
            "!date^" => TypedMoment.Read(body.Split('^')[0]) ?? label,
            _ => Address(body, label, isValue: found.Groups["named"].Success),
        };
    }

    /// <param name="address">Where it leads.</param>
    /// <param name="label">What is shown of it; may be empty.</param>
    /// <param name="isValue">It is all of what a parameter is given.</param>
    private static string Address(string address, string label, bool isValue)
    {
        var bare = Scheme().Replace(address, "");
        return label.Length == 0 || label == address ? (address.StartsWith("http", StringComparison.Ordinal) ? address : bare)
            : label == bare || label == bare.TrimEnd('/') ? label
            : isValue ? address
            : $"{label} ({(address.StartsWith("http", StringComparison.Ordinal) ? address : bare)})";
    }

    [GeneratedRegex("^(https?://|mailto:|tel:)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?<about>(?<=(?<!\S)(channel|like):""?(<#[^<>\n]+>[\s,;]*)*)(?=<#))?(?<named>(?<=\w:""?))?<(?<kind>#|!date\^|(?=https?://|mailto:|tel:))(?<body>[^<>|\n]+)(\|(?<label>[^<>\n]*))?>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rewritten();
}
