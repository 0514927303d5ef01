namespace TalksBot.Slack.Wire.Limits;

/// <summary>How often Slack lets a method be called, in calls a minute for each method and workspace (slack.md §5).</summary>
internal enum Tier
{
    /// <summary>Not counted by method: addresses that came with an interaction or a file.</summary>
    Free = 0,

    Two = 20,
    Three = 50,
    Four = 100,

    /// <summary>"Hundreds a minute", as for <c>auth.test</c>.</summary>
    Hundreds = 200,

    /// <summary>Counted by channel, and over all channels of the workspace.</summary>
    Posting = -1,
}
