using System.Diagnostics;

namespace TalksBot.Core.Updates;

/// <summary>The words for how well something is sourced.</summary>
public static class SourcingWords
{
    /// <summary>As in "on record".</summary>
    public static string Words(this Sourcing sourcing) => sourcing switch
    {
        Sourcing.OnRecord => "on record",
        Sourcing.Official => "official",
        Sourcing.Unnamed => "unnamed source",
        _ => throw new UnreachableException(),
    };
}
