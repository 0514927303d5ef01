namespace TalksBot.Core.Times.Phrases;

/// <summary>What a start and an end come to.</summary>
internal static class RangeAnswer
{
    /// <summary>Where one time is wanted: each of the two is offered.</summary>
    public static PhraseAnswer.Asked AsOneTime(PhraseRange range, TimeContext context)
    {
        var starts = Times(new PhraseResolution(range.Start, context).Answer());
        var ends = starts.SelectMany(start => Times(End(range, start, context)));
        var spoken = range.Spoken is { } parts ? Times(new PhraseResolution(parts, context).Answer()) : [];
        return new($"{Quotation.Of(range.Text)} is a start and an end, and one time is wanted.", [.. spoken, .. starts, .. ends]);
    }

    /// <summary>The end that belongs to a start.</summary>
    public static PhraseAnswer End(PhraseRange range, CivilTime start, TimeContext context) =>
        new PhraseResolution(range.End, context with { Start = start, MovedFrom = null }).Answer();

    /// <summary>The time found, or those that may be meant.</summary>
    public static IReadOnlyList<CivilTime> Times(PhraseAnswer answer) => answer switch
    {
        PhraseAnswer.Found found => [found.Time],
        PhraseAnswer.Asked asked => asked.Candidates,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
