namespace TalksBot.Slack.Wire.Models;

/// <summary>What identifies a message: its channel, and its <c>ts</c>, which is a text and no number (slack.md §3).</summary>
public sealed record MessageRef(string Channel, string Ts);
