using TalksBot.Core.Times.Zones;

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

/// <summary>The readings offered with a refusal, each in words that, typed instead, are understood as exactly that time.</summary>
internal static class Offers
{
    private const int Most = 6;

    /// <summary>At most six readings, soonest first; a time that no words say exactly is left out.</summary>
    public static IReadOnlyList<TimeOption> For(IReadOnlyList<CivilTime> candidates, TimeContext context) =>
    [
        .. candidates
            .OrderBy(time => time.ToInstant())
            .Select(time => Offer(time, context))
            .OfType<TimeOption>()
            .DistinctBy(option => option.Typed, StringComparer.Ordinal)
            .Take(Most),
    ];

    private static TimeOption? Offer(CivilTime time, TimeContext context)
    {
        string[] wordings = [TimeWording.Full(time), WithZoneId(time), TimeWording.Iso(time)];
        var understood = wordings
            .Select(typed => (Typed: typed, Time: (PhraseReading.Of(typed, context) as PhraseAnswer.Found)?.Time))
            .Where(reading => reading.Time?.ToInstant() == time.ToInstant())
            .ToArray();
        var best = understood.FirstOrDefault(reading => reading.Time == time, understood.FirstOrDefault());
        return best.Time is null ? null : new(best.Typed, best.Time);
    }

    private static string WithZoneId(CivilTime time) =>
        $"{TimeWording.Date(time.Local.Date)} {TimeWording.Clock(time.Local.TimeOfDay)} {time.Zone.Id} {FixedOffsets.Write(time.Offset)}";
}
