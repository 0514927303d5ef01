using System.Text.Json.Nodes;

namespace TalksBot.Simulators.Discord;

/// <summary>The bot's answer to what a person did, and how long it took.</summary>
public sealed record DiscordAnswer(ulong InteractionId, DiscordAnswerKind Kind)
{
    /// <summary>What the person sees; null where the answer is no message.</summary>
    public PostedMessage? Message { get; init; }

    /// <summary>Suggestions as name and value; empty unless it was an autocomplete.</summary>
    public JsonArray Choices { get; init; } = [];

    /// <summary>The form to fill in; submit it under this answer's <see cref="InteractionId"/>.</summary>
    public JsonObject? Modal { get; init; }

    /// <summary>Whether "thinking" was shown first.</summary>
    public bool Deferred { get; init; }

    /// <summary>Until the first response: what the 3 s deadline measures.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>Until the content was there; the same as <see cref="Took"/> unless deferred.</summary>
    public TimeSpan Finished { get; init; }
}
