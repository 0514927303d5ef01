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

/// <summary>A start and an end typed together, read as far as their words go.</summary>
/// <param name="Start">What is said of the start.</param>
/// <param name="End">What is said of the end.</param>
/// <param name="Text">As typed.</param>
/// <param name="Spoken">The one time that the words say instead, as "ten to five" does; null when they say none.</param>
internal sealed record PhraseRange(PhraseParts Start, PhraseParts End, string Text, PhraseParts? Spoken);

/// <summary>Reads one phrase from its letters to a time or a question.</summary>
internal static class PhraseReading
{
    private const int Longest = 120;

    public static PhraseAnswer Of(string text, TimeContext context)
    {
        if (Fault(text) is { } fault)
        {
            return fault;
        }

        if (StampSyntax.Read(text) is { } stamp)
        {
            return new PhraseResolution(stamp.Parts, context).At(stamp.At);
        }

        var parts = PhraseSyntax.Read(text, context.Clocks);
        if (parts.Offset is null && RangeSyntax.Find(text, context.Clocks) is { } range)
        {
            return RangeAnswer.AsOneTime(range, context);
        }

        return Of(text, parts, context);
    }

    /// <summary>What the parts come to.</summary>
    public static PhraseAnswer Of(string text, PhraseParts parts, TimeContext context) => parts.Fault switch
    {
        null => new PhraseResolution(parts, context).Answer(),
        "" => new PhraseAnswer.Asked($"{Quotation.Of(text)} is not a time I can read; try 28 Jun 23:59 EDT.", []),
        var trouble => new PhraseAnswer.Asked(trouble, []),
    };

    /// <summary>Why a text cannot be a time whatever it says; null when it can.</summary>
    public static PhraseAnswer? Fault(string text)
    {
        if (text.Length > Longest && !StampSyntax.Is(text))
        {
            return new PhraseAnswer.Asked("That is too long to be a time; try 28 Jun 23:59 EDT.", []);
        }

        return Quotation.Of(text).Length == 0 ? new PhraseAnswer.Asked("No time was given; try 28 Jun 23:59 EDT.", []) : null;
    }
}
