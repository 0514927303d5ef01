namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Somebody wrote to the bot by its name; the text begins with the mention and is escaped (slack.md §11).</summary>
public sealed record AppMention(
    string Channel, string User, string Ts, string Text = "", string? ThreadTs = null) : SlackEvent;
