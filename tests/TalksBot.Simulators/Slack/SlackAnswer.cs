using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Slack;

/// <summary>What a person sees after acting, and how long the acknowledgement took.</summary>
public sealed record SlackAnswer(SlackAnswerKind Kind)
{
    /// <summary>Messages that came of it until the answer was taken: of the acknowledgement, of the response URL, ephemeral, posted or changed.</summary>
    public IReadOnlyList<PostedMessage> Messages { get; init; } = [];

    /// <summary>The modal now in front of the person; null when none is.</summary>
    public JsonObject? View { get; init; }

    /// <summary>A form's complaints by block id; empty when it was taken.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Suggestions for a select that asks the app.</summary>
    public JsonArray Options { get; init; } = [];

    /// <summary>Why it is invalid, in Slack's words; null otherwise.</summary>
    public string? Failure { get; init; }

    /// <summary>Until the acknowledgement.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>The first message's text as read; empty when there is none.</summary>
    public string Shown => Messages.Count > 0 ? Messages[0].Shown : "";

    /// <summary>The id of the open modal; throws when none is. Not a property: those are read to print an answer.</summary>
    public string ViewId() => (string?)View?["id"] ?? throw new InvalidOperationException("No modal is open.");
}
