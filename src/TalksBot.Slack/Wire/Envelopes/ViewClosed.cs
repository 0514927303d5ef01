using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Somebody closed a form that asked to be told of it (slack.md §9).</summary>
public sealed record ViewClosed(ActingUser User, SlackView View) : Incoming
{
    public ActingTeam? Team { get; init; }
}
