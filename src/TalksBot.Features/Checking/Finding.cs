namespace TalksBot.Features.Checking;

/// <summary>Something that was looked at.</summary>
/// <param name="IsFault">True when a person must mend it.</param>
/// <param name="Sentence">What it is, and what to do about a fault.</param>
public sealed record Finding(bool IsFault, string Sentence)
{
    /// <summary>True for something that works, and that a person should look at all the same.</summary>
    public bool IsCaution { get; init; }
}
