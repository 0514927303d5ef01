using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads "Geneva", "EDT", "Port of Spain", "UTC-4", "[America/New_York]", "-04:00", the longest name first.</summary>
internal static class ZoneSyntax
{
    private const int LongestName = 11;

    public static bool TryRead(TokenCursor cursor, PhraseParts parts, IReadOnlyList<WallClock> clocks) =>
        Bracketed(cursor, parts) || Named(cursor, parts, clocks) || SignedOffset(cursor, parts);

    /// <summary>Takes the words nobody else could read for a misspelt place; false when there are none.</summary>
    public static bool TryReadUnknown(TokenCursor cursor, PhraseParts parts)
    {
        var length = 0;
        while (cursor.Ahead(length) is { Kind: TokenKind.Word } word && !Vocabulary.IsReserved(word.Text))
        {
            length++;
        }

        if (length == 0 || parts.Zone is not null)
        {
            return false;
        }

        Take(cursor, parts, length, ZoneNames.Read(cursor.Slice(length - 1)));
        return true;
    }

    private static bool Bracketed(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.Zone is not null || !cursor.Current.Is('['))
        {
            return false;
        }

        var length = Enumerable.Range(1, LongestName + 2).FirstOrDefault(places => cursor.Ahead(places).Is(']')) + 1;
        if (length == 1)
        {
            return false;
        }

        // Brackets hold an id; [EST] is the zone of that id, not the abbreviation.
        var inside = cursor.Slice(length - 1)[1..^1].Trim();
        Take(cursor, parts, length, ZoneIds.Find(inside) is { } zone ? new ZoneReading.Known(new("", zone)) : ZoneNames.Read(inside));
        return true;
    }

    private static bool Named(TokenCursor cursor, PhraseParts parts, IReadOnlyList<WallClock> clocks)
    {
        if (parts.Zone is not null || cursor.Current.Kind != TokenKind.Word)
        {
            return false;
        }

        // After a time of day a lone Z is an offset like -04:00, and says no more about the place than that.
        if (cursor.Current.Is("z") && EndsName(cursor, 1) && parts.Offset is null)
        {
            parts.Offset = NodaTime.Offset.Zero;
            cursor.Skip(1);
            return true;
        }

        for (var length = LongestName; length > 0; length--)
        {
            if (EndsName(cursor, length) && Reading(cursor, length, clocks) is { } reading)
            {
                Take(cursor, parts, length, reading);
                return true;
            }
        }

        return false;
    }

    private static ZoneReading? Reading(TokenCursor cursor, int length, IReadOnlyList<WallClock> clocks)
    {
        var name = cursor.Slice(length - 1);
        if (length == 1 && Vocabulary.IsReserved(name))
        {
            return null;
        }

        var clock = clocks.FirstOrDefault(clock => string.Equals(clock.Name, name, StringComparison.OrdinalIgnoreCase));
        return clock is null ? ZoneSearch.Find(name) : new ZoneReading.Known(clock);
    }

    private static bool EndsName(TokenCursor cursor, int length)
    {
        var next = cursor.Ahead(length);
        return cursor.Ahead(length - 1).Kind is TokenKind.Word or TokenKind.Number && (next.SpaceBefore || next.Kind is TokenKind.Symbol);
    }

    private static bool SignedOffset(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.Clock is null || parts.Offset is not null || !(cursor.Current.Is('+') || cursor.Current.Is('-')))
        {
            return false;
        }

        // A lone digit after a sign is more likely a slip than an offset.
        for (var length = 6; length > 1; length -= 2)
        {
            if (cursor.Slice(length - 1) is { Length: > 2 } text && EndsName(cursor, length) && FixedOffsets.Read(text) is { } offset)
            {
                parts.Offset = offset;
                cursor.Skip(length);
                return true;
            }
        }

        return false;
    }

    private static void Take(TokenCursor cursor, PhraseParts parts, int length, ZoneReading reading)
    {
        parts.Zone = new(cursor.Slice(length - 1), reading);
        cursor.Skip(length);
    }
}
