namespace TalksBot.Simulators.Slack;

/// <summary>The kinds of conversation the simulator knows.</summary>
public enum ChannelKind
{
    Public,
    Private,

    /// <summary>Between one person and the bot; made when the bot posts to a user's id.</summary>
    Direct,
}
