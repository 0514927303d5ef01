namespace TalksBot.Slack.Wire.Envelopes;

/// <summary>Somebody wrote to the bot by its name; the text begins with the mention and is escaped (slack.md §11).</summary>
public sealed record AppMention(
    string Channel, string User, string Ts, string Text = "", string? ThreadTs = null) : SlackEvent
{
    /// <summary>Their workspace, which in a shared channel may be another one; Slack says it there under this name.</summary>
    public string? UserTeam { get; init; }

    /// <summary>Their workspace under the name that Slack uses elsewhere.</summary>
    public string? Team { get; init; }
}
