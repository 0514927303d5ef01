namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads "am", "p.m.", "p m", and "a" or "p" right behind an hour.</summary>
internal static class HalfOfDay
{
    /// <summary>The half of the day that stands so many tokens ahead, and where it ends; null when none does.</summary>
    public static (Meridiem Half, int Next)? Read(TokenCursor cursor, int at)
    {
        var token = cursor.Ahead(at);
        var half = token.Text switch { "am" or "a" => Meridiem.Am, "pm" or "p" => Meridiem.Pm, _ => (Meridiem?)null };
        if (half is null || token.Kind != TokenKind.Word || token.Text.Length == 2)
        {
            return half is { } whole && token.Kind == TokenKind.Word ? (whole, at + 1) : null;
        }

        var letter = cursor.Ahead(at + 1).Is('.') ? at + 2 : at + 1;
        var next = cursor.Ahead(letter + 1).Is('.') ? letter + 2 : letter + 1;
        if (cursor.Ahead(letter).Is("m"))
        {
            return (half.Value, next);
        }

        return token.SpaceBefore || !cursor.Ahead(at + 1).SpaceBefore ? null : (half.Value, at + 1);
    }
}
