namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads "o'clock", "oclock", "o clock".</summary>
internal static class OClock
{
    /// <summary>How many tokens it takes; 0 when it does not stand there.</summary>
    public static int Length(TokenCursor cursor, int at)
    {
        if (cursor.Ahead(at).Is("oclock"))
        {
            return 1;
        }

        var mark = cursor.Ahead(at + 1).Is('\'') ? 1 : 0;
        return cursor.Ahead(at).Is("o") && cursor.Ahead(at + 1 + mark).Is("clock") ? 2 + mark : 0;
    }
}
