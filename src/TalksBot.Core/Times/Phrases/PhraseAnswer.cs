namespace TalksBot.Core.Times.Phrases;

/// <summary>What a phrase comes to, before the readings offered with a refusal are put into words.</summary>
internal abstract record PhraseAnswer
{
    private PhraseAnswer()
    {
    }

    /// <summary>One time.</summary>
    public sealed record Found(CivilTime Time, string? Note) : PhraseAnswer;

    /// <summary>A question, and the times that would answer it.</summary>
    public sealed record Asked(string Why, IReadOnlyList<CivilTime> Candidates) : PhraseAnswer;
}
