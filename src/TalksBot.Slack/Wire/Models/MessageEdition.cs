namespace TalksBot.Slack.Wire.Models;

/// <summary>Who changed a message, and when in Slack's notation.</summary>
public sealed record MessageEdition(string? User = null, string? Ts = null);
