using System.Diagnostics;
using TalksBot.Core.Posts;

namespace TalksBot.Slack.Posting;

/// <summary>The mark before a heading; blocks have no colour of their own.</summary>
internal static class SeverityMark
{
    /// <summary>An emoji and a blank; empty where nothing presses.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Calm => "",
        Severity.Notable => "\U0001F535 ",
        Severity.Pressing => "\U0001F534 ",
        Severity.Good => "\U0001F7E2 ",
        Severity.Nearing => "\U0001F7E1 ",
        Severity.Passed => "\U0001F7E5 ",
        Severity.Withdrawn => "\u26AA ",
        Severity.Trouble => "\U0001F7E0 ",
        _ => throw new UnreachableException(),
    };
}
