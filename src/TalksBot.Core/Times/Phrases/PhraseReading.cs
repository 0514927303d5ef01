namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads one phrase from its letters to a time or a question.</summary>
internal static class PhraseReading
{
    private const int Longest = 120;

    public static PhraseAnswer Of(string text, TimeContext context)
    {
        if (text.Length > Longest)
        {
            return new PhraseAnswer.Asked("That is too long to be a time; try 28 Jun 23:59 EDT.", []);
        }

        var quoted = Quotation.Of(text);
        if (quoted.Length == 0)
        {
            return new PhraseAnswer.Asked("No time was given; try 28 Jun 23:59 EDT.", []);
        }

        return PhraseSyntax.Read(text, context.Clocks) is { } parts
            ? new PhraseResolution(parts, context).Answer()
            : new PhraseAnswer.Asked($"{quoted} is not a time I can read; try 28 Jun 23:59 EDT.", []);
    }
}
