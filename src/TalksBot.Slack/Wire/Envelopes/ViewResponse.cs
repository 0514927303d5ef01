using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>What becomes of a form that was sent in (slack.md §9).</summary>
internal sealed record ViewResponse(string ResponseAction)
{
    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    public ViewDraft? View { get; init; }
}
