using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads "-04:00", "+0530" behind a time of day, and leaves "14:00-16:00" to be a start and an end.</summary>
internal static class SignedOffsetSyntax
{
    public static bool TryRead(TokenCursor cursor, PhraseParts parts)
    {
        if (parts.Clock is null || parts.Offset is not null || !(cursor.Current.Is('+') || cursor.Current.Is('-')))
        {
            return false;
        }

        // A lone digit after a sign is more likely a slip than an offset.
        for (var length = 6; length > 1; length -= 2)
        {
            if (cursor.Slice(length - 1) is { Length: > 2 } text && ZoneSyntax.EndsName(cursor, length) && FixedOffsets.Read(text) is { } offset && IsMeant(cursor, length, parts))
            {
                parts.Offset = offset;
                cursor.Skip(length);
                return true;
            }
        }

        return false;
    }

    private static bool IsMeant(TokenCursor cursor, int length, PhraseParts parts)
    {
        var machine = parts.IsoTime || parts.Clock!.Text.Count(letter => letter == ':') == 2;
        if (cursor.Current.Is('+') || machine || cursor.Current.SpaceBefore)
        {
            return !cursor.Ahead(1).SpaceBefore;
        }

        // Glued to the hour it is an end, unless a computer's date stands before it and it would end before it starts.
        var minute = length > 2 ? cursor.Ahead(3).Number : 0;
        var backwards = (cursor.Ahead(1).Number * 60) + minute <= (parts.Clock!.Hour * 60) + parts.Clock.Minute;
        return parts.IsoDate && parts.Clock.Meridiem is null && (length == 2 || backwards);
    }
}
