namespace TalksBot.Slack.Wire.Models;

/// <summary>"Are you sure?": title 100, text 300, buttons 30 characters each.</summary>
public sealed record ConfirmDialog(
    SlackText Title, SlackText Text, SlackText Confirm, SlackText Deny, string? Style = null);
