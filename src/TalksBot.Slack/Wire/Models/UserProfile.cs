namespace TalksBot.Slack.Wire.Models;

/// <summary>How a person is called; user text.</summary>
public sealed record UserProfile(string? DisplayName = null, string? RealName = null);
