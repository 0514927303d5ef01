using TalksBot.Simulators.Slack.Posting;

namespace TalksBot.Simulators.Slack.State;

/// <summary>A message that waits for its moment. slack.md §2.</summary>
internal sealed record ScheduledMessage(string Id, SlackChannel Channel, MessageDraft Draft, string? ThreadTs)
{
    public required Instant PostAt { get; init; }

    public required Instant CreatedAt { get; init; }
}
