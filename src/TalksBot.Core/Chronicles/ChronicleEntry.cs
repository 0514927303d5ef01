namespace TalksBot.Core.Chronicles;

/// <summary>One change to the talks, told in a line.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Weight">How much it matters.</param>
/// <param name="Subject">What changed: <c>D1</c>, <c>S4</c>, <c>#3</c>, <c>P2</c>, or empty for the talks as a whole.</param>
/// <param name="Text">The line, without the time of the change.</param>
public sealed record ChronicleEntry(Instant At, ChronicleWeight Weight, string Subject, string Text)
{
    /// <summary>True for what was told to everybody at once: a flash, a bulletin, a turn of the talks or of a deadline.</summary>
    public bool IsMajor { get => field || Weight is ChronicleWeight.Turn or ChronicleWeight.NewDeadline; init; }
}
