using System.Diagnostics;
using TalksBot.Core.Posts;

namespace TalksBot.Discord.Posting;

/// <summary>The stripe beside an embed.</summary>
internal static class SeverityMark
{
    /// <summary>As 0xRRGGBB; null for no colour.</summary>
    public static int? Of(Severity severity) => severity switch
    {
        Severity.Calm => null,
        Severity.Notable => 0x3498DB,
        Severity.Pressing => 0xE74C3C,
        Severity.Good => 0x2ECC71,
        Severity.Nearing => 0xF1C40F,
        Severity.Passed => 0x8B0000,
        Severity.Withdrawn => 0x95A5A6,
        Severity.Trouble => 0xE67E22,
        _ => throw new UnreachableException(),
    };
}
