namespace TalksBot.Core.Times.Phrases;

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
