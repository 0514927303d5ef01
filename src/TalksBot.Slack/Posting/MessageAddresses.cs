using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using TalksBot.Core.Channels;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>What a post can point to: a channel's messages by their web addresses, and the connection's channels by their names.</summary>
/// <param name="workspace">The workspace's own address, such as <c>https://newsroom.slack.com/</c>; null while it is not known.</param>
/// <param name="place">The channel, or a thread in it.</param>
internal sealed class MessageAddresses(Uri? workspace, SlackPlace? place)
{
    /// <summary>Where nothing can be pointed to.</summary>
    public static MessageAddresses None { get; } = Among(ChannelNames.None);

    /// <summary>The channels that are shown by their names.</summary>
    public ChannelNames Channels { get; init; } = ChannelNames.None;

    /// <summary>Where no message can be pointed to.</summary>
    public static MessageAddresses Among(ChannelNames channels) => new(null, null) { Channels = channels };

    /// <summary>A message's address; null when it has none that is known.</summary>
    /// <param name="messageId">Its <c>ts</c>; null while it is not known.</param>
    public Uri? Of(string? messageId)
    {
        if (workspace is null || place is null || !SlackPlace.IsTs(messageId))
        {
            return null;
        }

        var thread = place.ThreadTs is { } parent
            ? string.Create(CultureInfo.InvariantCulture, $"?thread_ts={parent}&cid={place.Channel}")
            : "";
        var path = $"archives/{place.Channel}/p{messageId.Replace(".", "", StringComparison.Ordinal)}{thread}";
        return new Uri(workspace, path);
    }
}

/// <summary>
/// Addresses of a connection's own channels among words, and in a reply of its people and groups, which Slack can show by their names (slack.md §11).
/// </summary>
/// <param name="connection">The connection's name, such as <c>slack:main</c>.</param>
/// <param name="withPeople">
/// People and groups too: only where nobody but the reader sees it, for Slack notifies whoever it shows by name.
/// </param>
internal sealed partial class ChannelNames(string connection, bool withPeople = false)
{
    /// <summary>Where no address is our own.</summary>
    public static ChannelNames None { get; } = new("");

    /// <summary>True when the text names a channel.</summary>
    public bool AreIn(string text) => Addresses().Matches(text).Any(IsOurs);

    /// <summary>The words, and each channel among them by its name.</summary>
    public IEnumerable<RichTextElement> Read(string clean, RichTextStyle? style)
    {
        var from = 0;
        foreach (Match found in Addresses().Matches(clean))
        {
            if (!IsOurs(found))
            {
                continue;
            }

            if (found.Index > from)
            {
                yield return RichTextElement.Words(clean[from..found.Index], style);
            }

            yield return Named(found);
            if (found.Groups["thread"].Success)
            {
                yield return RichTextElement.Words(" (a thread)", style);
            }

            from = found.Index + found.Length;
        }

        if (from < clean.Length)
        {
            yield return RichTextElement.Words(clean[from..], style);
        }
    }

    private bool IsOurs(Match found) => found.Groups["connection"].Value == connection && (withPeople || found.Groups["channel"].Success);

    private static RichTextElement Named(Match found) =>
        found.Groups["user"] is { Success: true } user ? new("user") { UserId = user.Value }
        : found.Groups["group"] is { Success: true } group ? new("usergroup") { UsergroupId = group.Value }
        : RichTextElement.Channel(found.Groups["channel"].Value);

    // Slack's ids have nine letters or more; a shorter one is an example in some advice, and leads nowhere.
    [GeneratedRegex(@"(?<![\w:/-])(?<connection>slack:[A-Za-z0-9-]+)/(user/(?<user>[UW][A-Z0-9]{8,30})|group/(?<group>S[A-Z0-9]{8,30})|(?<channel>[CG][A-Z0-9]{8,30}))(?<thread>/[0-9]{1,12}\.[0-9]{6})?(?![\w/])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Addresses();
}

/// <summary>Where in a workspace something is posted: a channel, or a thread in it.</summary>
/// <param name="Channel">The channel's id, <c>C…</c>, <c>G…</c> or <c>D…</c>.</param>
/// <param name="ThreadTs">The <c>ts</c> of the thread's first message; null for the channel itself.</param>
internal sealed partial record SlackPlace(string Channel, string? ThreadTs)
{
    /// <summary>Reads what stands behind the connection in an address, <c>C0123</c> or <c>C0123/1503435956.000247</c>; null when it is neither.</summary>
    public static SlackPlace? Read(ChannelAddress address) => Written().Match(address.Channel) is { Success: true } found
        ? new SlackPlace(found.Groups["channel"].Value, found.Groups["ts"] is { Success: true } ts ? ts.Value : null)
        : null;

    /// <summary>True for a message's id as Slack writes it.</summary>
    public static bool IsTs([NotNullWhen(true)] string? text) => text is not null && Ts().IsMatch(text);

    /// <summary>The address's last part, as <see cref="Read"/> takes it.</summary>
    public override string ToString() => ThreadTs is null ? Channel : $"{Channel}/{ThreadTs}";

    [GeneratedRegex(@"\A(?<channel>[CGD][A-Z0-9]{1,30})(/(?<ts>[0-9]{1,12}\.[0-9]{6}))?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"\A[0-9]{1,12}\.[0-9]{6}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ts();
}
