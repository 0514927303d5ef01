namespace TalksBot.Core.Times.Phrases;

/// <summary>Names the word that cannot be read.</summary>
internal static class Trouble
{
    /// <summary>One sentence about the token at the cursor.</summary>
    public static string With(TokenCursor cursor, PhraseParts parts)
    {
        var word = Quotation.Of(Word(cursor));
        if (cursor.Current.Kind == TokenKind.Number && parts.Clock is { } clock && Looks(cursor))
        {
            return $"{word} is a second time beside {Quotation.Of(clock.Text)}; give one.";
        }

        if (Vocabulary.IsReserved(cursor.Current.Text))
        {
            return $"{word} is one word too many for a time; try 28 Jun 23:59 EDT.";
        }

        return word.Length == 0 ? "That is not a time I can read; try 28 Jun 23:59 EDT." : $"{word} is no part of a time I can read; try 28 Jun 23:59 EDT.";
    }

    private static bool Looks(TokenCursor cursor) => cursor.Ahead(1).Is(':') || HalfOfDay.Read(cursor, 1) is not null;

    // The token with what is glued to it.
    private static string Word(TokenCursor cursor)
    {
        var length = 1;
        while (cursor.Ahead(length) is { SpaceBefore: false, Kind: not TokenKind.End })
        {
            length++;
        }

        return cursor.Slice(length - 1);
    }
}
