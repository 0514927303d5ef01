namespace TalksBot.Slack.Wire.Api;

/// <summary>Which credential a call shows (slack.md §1).</summary>
internal enum TokenKind
{
    /// <summary>None: its address is the credential.</summary>
    None,

    Bot,
    App,
}
