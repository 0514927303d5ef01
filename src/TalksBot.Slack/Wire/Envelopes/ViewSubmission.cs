using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Somebody sent in a form; the acknowledgement may name faults by block (slack.md §9).</summary>
public sealed record ViewSubmission(ActingUser User, SlackView View) : Incoming
{
    public ActingTeam? Team { get; init; }

    /// <summary>Opens one form within three seconds.</summary>
    public string? TriggerId { get; init; }
}
