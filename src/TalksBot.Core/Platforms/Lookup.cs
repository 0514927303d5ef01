namespace TalksBot.Core.Platforms;

/// <summary>The answer to "did that post arrive?".</summary>
public abstract record Lookup
{
    private Lookup()
    {
    }

    /// <summary>It is visible under this id.</summary>
    public sealed record Found(string MessageId) : Lookup;

    /// <summary>It is certainly not there.</summary>
    public sealed record Absent : Lookup;

    /// <summary>The platform could not be asked; try again later.</summary>
    public sealed record Unknown(string Why) : Lookup;
}
