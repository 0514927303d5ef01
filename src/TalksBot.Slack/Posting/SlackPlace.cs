using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using TalksBot.Core.Channels;

namespace TalksBot.Slack.Posting;

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
