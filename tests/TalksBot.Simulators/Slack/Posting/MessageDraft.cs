using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack.Posting;

/// <summary>A message's content after every check, before it is stored.</summary>
internal sealed record MessageDraft(string Text, JsonArray? Blocks, JsonArray? Attachments)
{
    /// <summary>Null when none was sent; empty when it is to be removed.</summary>
    public JsonObject? Metadata { get; init; }

    /// <summary>Whether bare <c>@here</c> and handles of groups become mentions.</summary>
    public bool Parsed { get; init; }

    /// <summary>Whether a reply is to stand in the channel too; means nothing outside a thread.</summary>
    public bool Broadcast { get; init; }

    /// <summary>Whether text was sent at all; an edit without it keeps none.</summary>
    public bool HasText => Text.Length > 0;
}
