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

    /// <summary>
    /// The platform will not say until a person changes something, and the post is rather shown twice than not at all: it is sent
    /// again, and the receipt owns up to it.
    /// </summary>
    /// <param name="Why">What stands in the way.</param>
    /// <param name="Mend">What a person must do so that it can be looked for the next time.</param>
    public sealed record Unanswerable(string Why, string Mend) : Lookup;
}
