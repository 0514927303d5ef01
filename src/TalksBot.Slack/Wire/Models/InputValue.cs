namespace TalksBot.Slack.Wire.Models;

/// <summary>What one input holds: a typed value, or a picked option.</summary>
public sealed record InputValue(string? Type = null, string? Value = null, SelectOption? SelectedOption = null);
