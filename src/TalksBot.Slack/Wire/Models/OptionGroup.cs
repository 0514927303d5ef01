namespace TalksBot.Slack.Wire.Models;

/// <summary>Options under a heading of at most 75 characters.</summary>
public sealed record OptionGroup(SlackText Label, IReadOnlyList<SelectOption> Options);
