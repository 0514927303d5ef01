using System.Diagnostics;
using TalksBot.Core.Posts;

namespace TalksBot.Discord.Posting;

/// <summary>The stripe beside an embed.</summary>
internal static class SeverityColour
{
    /// <summary>As 0xRRGGBB.</summary>
    public static int Of(Severity severity) => severity switch
    {
        Severity.Calm => 0x607D8B,
        Severity.Notable => 0x3498DB,
        Severity.Pressing => 0xE74C3C,
        Severity.Good => 0x2ECC71,
        _ => throw new UnreachableException(),
    };
}
