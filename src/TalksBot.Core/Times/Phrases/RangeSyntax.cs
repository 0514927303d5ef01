using System.Globalization;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Finds a start and an end: "29 Nov 14:00-16:00", "2-4pm tomorrow", "from noon to midnight".</summary>
internal static class RangeSyntax
{
    private const int Most = 40;

    /// <summary>The start and the end; null when the words say no two times.</summary>
    public static PhraseRange? Find(string text, IReadOnlyList<WallClock> clocks)
    {
        var tidy = Tokenizer.Tidy(text);
        var cursor = new TokenCursor(tidy);
        for (var count = Math.Min(cursor.Count, Most); count > 0; count--, cursor.Skip(1))
        {
            if (cursor.Position > 0 && Separator(cursor) is { } separator && Halves(cursor, separator, clocks) is { } range)
            {
                return range with { Text = text.Trim() };
            }
        }

        return null;
    }

    private static PhraseRange? Halves(TokenCursor cursor, string separator, IReadOnlyList<WallClock> clocks)
    {
        var (before, after) = cursor.Around(0);
        var led = before.TrimStart().StartsWith("from ", StringComparison.OrdinalIgnoreCase) || before.TrimStart().StartsWith("between ", StringComparison.OrdinalIgnoreCase);
        before = led ? before.TrimStart()[(before.TrimStart().IndexOf(' ', StringComparison.Ordinal) + 1)..] : before;
        if (separator == "and" && !led)
        {
            return null;
        }

        var (start, end) = (Hour(before) ?? DatedHour(before, clocks) ?? PhraseSyntax.Read(before, clocks), Hour(after) ?? PhraseSyntax.Read(after, clocks));
        if (!HasHour(start) || !HasHour(end))
        {
            return null;
        }

        // "10 to 5pm" is ten minutes before five as well as seven hours.
        var spoken = separator is "to" or "till" or "until" && !led && Hour(before) is not null ? PhraseSyntax.Read(before + separator + " " + after, clocks) : null;
        if (spoken is { Fault: null } && start.Clock!.Text.Length > 0 && !char.IsAsciiDigit(before.TrimStart()[0]))
        {
            return null;
        }

        return RangeHalves.Together(new(start, end, "", spoken is { Fault: null } ? spoken : null));
    }

    // An end whose month lacks its day has left it before the dash: 18-Jun-2026 17:00 is a date.
    private static bool HasHour(PhraseParts half) =>
        half is { Fault: null, Clock: not null, Amount: null } && (half.Month is null || half.Day is not null);

    // A number alone is an hour where a start or an end is wanted.
    private static PhraseParts? Hour(string text)
    {
        var cursor = new TokenCursor(text);
        if (cursor.Count != 1 || !cursor.Current.IsShort || cursor.Current.Number > 24)
        {
            return null;
        }

        return new() { Clock = new(cursor.Current.Number, 0, text.Trim()) { HourText = cursor.Current.Number.ToString(CultureInfo.InvariantCulture) } };
    }

    // "30 Jun 2-4pm" begins at two of a whole date.
    private static PhraseParts? DatedHour(string text, IReadOnlyList<WallClock> clocks)
    {
        var end = text.TrimEnd();
        var digits = end.Length - end.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Length;
        if (digits is 0 or > 2 || digits == end.Length || end[^(digits + 1)] != ' ' || Hour(end[^digits..]) is not { } hour)
        {
            return null;
        }

        var date = PhraseSyntax.Read(end[..^digits], clocks);
        var whole = date is { Fault: null, Clock: null, Amount: null, Doubt: null, HasDate: true } && (date.Month is null || date.Day is not null);
        date.Clock = hour.Clock;
        return whole ? date : null;
    }

    private static string? Separator(TokenCursor cursor)
    {
        var token = cursor.Current;
        if (token.IsAny("to until till til through thru and"))
        {
            return token.Text;
        }

        // A dash between spaces, or between nothing; " -5" is a sign, and UTC-5 a zone.
        var even = token.SpaceBefore == cursor.Ahead(1).SpaceBefore;
        var offset = cursor.Ahead(-1).IsAny("utc gmt") && cursor.Ahead(1).Number >= 0 && (!token.SpaceBefore || (!cursor.Ahead(2).Is(':') && HalfOfDay.Read(cursor, 2) is null));
        return token.Is('-') && even && !offset ? "-" : null;
    }
}

/// <summary>What a start and an end come to.</summary>
internal static class RangeAnswer
{
    /// <summary>Where one time is wanted: each of the two is offered.</summary>
    public static PhraseAnswer.Asked AsOneTime(PhraseRange range, TimeContext context)
    {
        var starts = Times(new PhraseResolution(range.Start, context).Answer());
        var ends = starts.SelectMany(start => Times(End(range, start, context)));
        var spoken = range.Spoken is { } parts ? Times(new PhraseResolution(parts, context).Answer()) : [];
        return new($"{Quotation.Of(range.Text)} is a start and an end, and one time is wanted.", [.. spoken, .. starts, .. ends]);
    }

    /// <summary>The end that belongs to a start.</summary>
    public static PhraseAnswer End(PhraseRange range, CivilTime start, TimeContext context) =>
        new PhraseResolution(range.End, context with { Start = start, MovedFrom = null }).Answer();

    /// <summary>The time found, or those that may be meant.</summary>
    public static IReadOnlyList<CivilTime> Times(PhraseAnswer answer) => answer switch
    {
        PhraseAnswer.Found found => [found.Time],
        PhraseAnswer.Asked asked => asked.Candidates,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
