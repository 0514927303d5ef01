namespace TalksBot.Slack.Wire.Models;

/// <summary>A group that can be mentioned; <c>DateDelete</c> is 0 while it is in use.</summary>
public sealed record UserGroup(string Id, string? Handle = null, string? Name = null, long? DateDelete = null);
