using System.Text.Json.Nodes;
using TalksBot.Simulators.Slack.Rules;

namespace TalksBot.Simulators.Slack;

/// <summary>A message as it stood at one moment.</summary>
/// <param name="Ts">Unique within its channel, and ordered there.</param>
/// <param name="Text">As Slack stores it: escaped, links rewritten.</param>
public sealed record PostedMessage(string Channel, string Ts, string User, string Text)
{
    /// <summary>The parent's ts; null outside a thread.</summary>
    public string? ThreadTs { get; init; }

    public Instant PostedAt { get; init; }

    public bool Edited { get; init; }

    /// <summary>Deleted messages are kept for tests to look at; people and the API no longer see them.</summary>
    public bool Deleted { get; init; }

    public bool Pinned { get; init; }

    /// <summary>The only person who sees it; null when everybody does.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>The command a person typed, shown above an answer for the whole channel; null otherwise.</summary>
    public string? Command { get; init; }

    /// <summary>Files embedded in it or shared by it.</summary>
    public IReadOnlyList<PostedFile> Files { get; init; } = [];

    /// <summary>
    /// Whom it ever notified, each as <c>&lt;@U…&gt;</c>, <c>&lt;!here&gt;</c>, <c>&lt;!channel&gt;</c>, <c>&lt;!everyone&gt;</c> or
    /// <c>&lt;!subteam^S…&gt;</c>. Counts the text, the blocks and the attachments; an edit adds and never takes away.
    /// </summary>
    public IReadOnlyList<string> Pings { get; init; } = [];

    /// <summary>Null when none was sent.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>The whole message as the API would show it, metadata included.</summary>
    public required JsonObject Json { get; init; }

    /// <summary>Empty when the message is text alone.</summary>
    public JsonArray Blocks => Json["blocks"] as JsonArray ?? [];

    /// <summary>Every word a person reads: the blocks' texts, or the text where there are none; escapes undone, a line each.</summary>
    public string Shown => Mrkdwn.Decode(Blocks.Count > 0 ? string.Join('\n', BlockTexts.Of(Blocks)) : Text);
}
