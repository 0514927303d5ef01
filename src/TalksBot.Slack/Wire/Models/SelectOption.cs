namespace TalksBot.Slack.Wire.Models;

/// <summary>A choice: text, value and description of at most 75 characters each.</summary>
public sealed record SelectOption(SlackText Text, string Value, SlackText? Description = null);
