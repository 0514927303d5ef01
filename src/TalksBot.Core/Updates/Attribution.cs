namespace TalksBot.Core.Updates;

/// <summary>The rule for naming sources in print.</summary>
public static class Attribution
{
    private static readonly string[] Bare =
        ["source", "sources", "official", "officials", "insider", "insiders", "somebody", "someone", "anonymous", "unnamed", "unknown"];

    private static readonly string[] Fillers =
        ["a", "an", "the", "one", "two", "some", "several", "unnamed", "anonymous", "undisclosed", "our", "my", "and", "or"];

    /// <summary>Null when the attribution may be printed, else one sentence of advice.</summary>
    public static string? Refuse(string attribution)
    {
        var words = attribution.ToLowerInvariant().Split([' ', ',', '.', '-'], StringSplitOptions.RemoveEmptyEntries);
        var saysSomething = words.Any(word => !Bare.Contains(word) && !Fillers.Contains(word));
        return saysSomething
            ? null
            : "Say what kind of source it is, such as \"a senior US official\" or \"a diplomat briefed on the talks\"; never a name that may not be printed.";
    }
}
