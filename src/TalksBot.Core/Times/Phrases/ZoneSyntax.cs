using TalksBot.Core.Times.Zones;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads "Geneva", "EDT", "Port of Spain", "UTC-4", "UTC + 2", "[America/New_York]", the longest name first.</summary>
internal static class ZoneSyntax
{
    private const int LongestName = 11;

    public static bool TryRead(TokenCursor cursor, PhraseParts parts, IReadOnlyList<WallClock> clocks) =>
        Bracketed(cursor, parts) || Atlantic(cursor, parts) || Named(cursor, parts, clocks) || SignedOffsetSyntax.TryRead(cursor, parts);

    /// <summary>Takes the words nobody else could read for a misspelt place; false when there are none.</summary>
    public static bool TryReadUnknown(TokenCursor cursor, PhraseParts parts)
    {
        var length = 0;
        while (cursor.Ahead(length) is { Kind: TokenKind.Word } word && !Vocabulary.IsReserved(word.Text))
        {
            length++;
        }

        // Europe/Kiyv is one name, misspelt.
        while (length > 0 && cursor.Ahead(length) is { SpaceBefore: false } mark && (mark.Is('/') || mark.Is('-')) && cursor.Ahead(length + 1) is { Kind: TokenKind.Word, SpaceBefore: false })
        {
            length += 2;
        }

        if (length == 0 || parts.Zone is not null)
        {
            return false;
        }

        Take(cursor, parts, length, ZoneNames.Read(cursor.Slice(length - 1)));
        return true;
    }

    /// <summary>Whether a name can end so many tokens on: with a space, a mark or the end behind it, and in no middle of a time.</summary>
    public static bool EndsName(TokenCursor cursor, int length)
    {
        var (last, next) = (cursor.Ahead(length - 1), cursor.Ahead(length));
        var isNumber = last.Kind == TokenKind.Number;
        return last.Kind is TokenKind.Word or TokenKind.Number
            && (next.SpaceBefore || next.Kind is TokenKind.Symbol)
            && !(isNumber && (next.Is(':') || HalfOfDay.Read(cursor, length) is not null));
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

    // "5pm AT" is Atlantic time; "5pm at" lacks what comes after it.
    private static bool Atlantic(TokenCursor cursor, PhraseParts parts)
    {
        if (!cursor.Current.Is("at") || parts.Clock is null || parts.Zone is not null)
        {
            return false;
        }

        var isLast = cursor.Ahead(1).Kind == TokenKind.End;
        var stands = cursor.Slice(0) == "AT" && (cursor.Position > 0 && !cursor.Around(0).Before.Any(char.IsUpper) || !cursor.Around(0).After.All(letter => !char.IsLower(letter)));
        if (cursor.Slice(0) == "AT" && (isLast || stands))
        {
            Take(cursor, parts, 1, AmbiguousAbbreviations.Find("AT")!);
            return true;
        }

        parts.Fault = isLast ? "\"at\" leads to nothing; say at what time, or leave it out." : parts.Fault;
        return false;
    }

    private static bool Named(TokenCursor cursor, PhraseParts parts, IReadOnlyList<WallClock> clocks)
    {
        if (cursor.Current.Kind != TokenKind.Word)
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

        var begins = ZoneWords.Begin(cursor.Current.Text);
        for (var length = begins || clocks.Any(clock => clock.Name.Length > 0) ? LongestName : 0; length > 0; length--)
        {
            if (EndsName(cursor, length) && !IsRange(cursor, length) && Reading(cursor, length, clocks) is { } reading)
            {
                return parts.Zone is null ? Take(cursor, parts, length, reading) : Second(cursor, parts, length, reading);
            }
        }

        return false;
    }

    // "09:00 UTC - 10:00" ends at ten; "UTC - 5" is a zone.
    private static bool IsRange(TokenCursor cursor, int length)
    {
        var dash = Enumerable.Range(0, length).FirstOrDefault(place => cursor.Ahead(place).Is('-'));
        return dash > 0 && cursor.Ahead(dash).SpaceBefore && cursor.Ahead(dash + 1).SpaceBefore && cursor.Ahead(dash + 2).Is(':');
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

    // "17:00 CEST Geneva" says one thing twice; "17:00 Geneva Tokyo" two things.
    private static bool Second(TokenCursor cursor, PhraseParts parts, int length, ZoneReading reading)
    {
        var text = cursor.Slice(length - 1);
        var (first, second) = (parts.Zone!.Reading as ZoneReading.Known, reading as ZoneReading.Known);
        if (first is null || second is null || parts.Offset is not null)
        {
            parts.Fault = $"{Quotation.Of(text)} is a second zone beside {Quotation.Of(parts.Zone.Text)}; give one.";
            return false;
        }

        if (first.Offset is null && second.Offset is { } offset)
        {
            parts.Offset = offset;
        }
        else if (first.Offset is { } fixedOffset && second.Offset is null)
        {
            (parts.Offset, parts.Zone) = (fixedOffset, new(text, reading));
        }
        else if (!ZoneIds.Same(first.Clock.Zone, second.Clock.Zone))
        {
            parts.Fault = $"{Quotation.Of(text)} is a second zone beside {Quotation.Of(parts.Zone.Text)}; give one.";
            return false;
        }

        cursor.Skip(length);
        return true;
    }

    private static bool Take(TokenCursor cursor, PhraseParts parts, int length, ZoneReading reading)
    {
        parts.Zone = new(cursor.Slice(length - 1), reading);
        cursor.Skip(length);
        return true;
    }
}
