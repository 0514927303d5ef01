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
    /// <param name="Why">What stands in the way.</param>
    /// <param name="Mend">What a person must do before asking again can help; null where time alone may help.</param>
    public sealed record Unknown(string Why, string? Mend = null) : Lookup;
}
