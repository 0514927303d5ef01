using System.Collections.Frozen;

namespace TalksBot.Core.Times.Phrases;

/// <summary>A span of time counted from somewhere.</summary>
/// <param name="Span">How long, never negative; without the months.</param>
/// <param name="WholeDays">Whether it was typed in days, weeks, months or years alone, which people also count on the calendar.</param>
/// <param name="From">What it counts from, and which way.</param>
/// <param name="Text">As typed.</param>
internal sealed record Amount(Duration Span, bool WholeDays, AmountFrom From, string Text)
{
    /// <summary>Months and years, whose length the calendar decides.</summary>
    public int Months { get; init; }

    /// <summary>The local time that far on, or back.</summary>
    public LocalDateTime On(LocalDateTime from, bool back) =>
        from.PlusMonths(back ? -Months : Months).PlusDays((back ? -1 : 1) * (int)Span.TotalDays);
}

/// <summary>Reads "in 90m", "+36h", "2 h 30 min ago", "a week from now", "two hours before midnight".</summary>
internal static class AmountPart
{
    public static readonly Duration Longest = Duration.FromDays(366);

    /// <summary>Reads a span that says first which way it runs.</summary>
    public static bool TryReadLed(TokenCursor cursor, PhraseParts parts) => Lead(cursor.Current) is { } lead && TryRead(cursor, parts, lead, start: 1);

    /// <summary>Reads a span that says last which way it runs, or not at all.</summary>
    public static bool TryRead(TokenCursor cursor, PhraseParts parts) => TryRead(cursor, parts, AmountFrom.Unsaid, start: 0);

    private static bool TryRead(TokenCursor cursor, PhraseParts parts, AmountFrom lead, int start)
    {
        start += lead == AmountFrom.Now && cursor.Ahead(start).IsAny("about exactly") ? 1 : 0;
        if (parts.Amount is not null || SpanSyntax.Measure(cursor, start) is not { } measured)
        {
            return false;
        }

        var (from, next) = lead is AmountFrom.Unsaid or AmountFrom.Now ? Tail(cursor, measured.Next, lead) : (lead, measured.Next);
        parts.Amount = new(measured.Span, measured.WholeDays, from, cursor.Slice(next - 1)) { Months = measured.Months };
        cursor.Skip(next);
        return true;
    }

    private static AmountFrom? Lead(Token token) => token switch
    {
        _ when token.IsAny("in within") => AmountFrom.Now,
        _ when token.Is('+') || token.Is("plus") => AmountFrom.MovedTime,
        _ when token.Is('-') || token.Is("minus") => AmountFrom.BackFromMovedTime,
        _ when token.Is("for") => AmountFrom.Unsaid,
        _ => null,
    };

    private static (AmountFrom From, int Next) Tail(TokenCursor cursor, int at, AmountFrom lead)
    {
        // "in two hours' time"
        var mark = cursor.Ahead(at).Is('\'') ? cursor.Ahead(at + 1).Is("s") ? 2 : 1 : 0;
        at += cursor.Ahead(at + mark).Is("time") ? mark : 0;
        if (cursor.Ahead(at).Is("from") && cursor.Ahead(at + 1).IsAny("now today"))
        {
            return (AmountFrom.Now, at + 2);
        }

        return cursor.Ahead(at).Text switch
        {
            "time" when lead == AmountFrom.Now => (lead, at + 1),
            "ago" or "back" when lead == AmountFrom.Unsaid => (AmountFrom.BackFromNow, at + 1),
            "hence" when lead == AmountFrom.Unsaid => (AmountFrom.Now, at + 1),
            "later" when lead == AmountFrom.Unsaid => (AmountFrom.MovedTime, at + 1),
            "earlier" or "sooner" when lead == AmountFrom.Unsaid => (AmountFrom.BackFromMovedTime, at + 1),
            "from" or "after" or "past" when lead == AmountFrom.Unsaid => (AmountFrom.NamedTime, at + 1),
            "before" or "until" or "till" or "to" when lead == AmountFrom.Unsaid => (AmountFrom.BackFromNamedTime, at + 1),
            _ => (lead, at),
        };
    }
}

/// <summary>Where a typed span starts and which way it runs.</summary>
internal enum AmountFrom
{
    /// <summary>"in 90m": on from now.</summary>
    Now,

    /// <summary>"90m ago": back from now.</summary>
    BackFromNow,

    /// <summary>"+90m": on from the time being moved.</summary>
    MovedTime,

    /// <summary>"-90m": back from the time being moved.</summary>
    BackFromMovedTime,

    /// <summary>"a week from Friday": on from the time named beside it.</summary>
    NamedTime,

    /// <summary>"2 hours before midnight": back from the time named beside it.</summary>
    BackFromNamedTime,

    /// <summary>"90m" with nothing to say which.</summary>
    Unsaid,
}

/// <summary>The units that spans of time are typed in.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, Duration> _sizes = new (Duration Size, string Names)[]
    {
        (Duration.FromSeconds(1), "s sec secs second seconds"),
        (Duration.FromMinutes(1), "m min mins minute minutes mn"),
        (Duration.FromHours(1), "h hr hrs hour hours"),
        (Duration.FromDays(1), "d day days"),
        (Duration.FromDays(7), "w wk wks week weeks"),
        (Duration.FromDays(14), "fortnight fortnights"),
    }.SelectMany(unit => unit.Names.Split(' ').Select(name => (name, unit.Size)))
        .ToFrozenDictionary(entry => entry.name, entry => entry.Size, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int> _months = new[] { ("month", 1), ("months", 1), ("mo", 1), ("mos", 1), ("year", 12), ("years", 12), ("yr", 12), ("yrs", 12) }
        .ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word is a unit.</summary>
    public static bool IsUnit(string word) => _sizes.ContainsKey(word) || _months.ContainsKey(word);

    /// <summary>The length of the unit a token names, or null.</summary>
    public static Duration? Size(Token token) =>
        token.Kind == TokenKind.Word && _sizes.TryGetValue(token.Text, out var size) ? size : null;

    /// <summary>How many months the unit has that a token names, or null.</summary>
    public static int? Months(Token token) =>
        token.Kind == TokenKind.Word && _months.TryGetValue(token.Text, out var months) ? months : null;
}

/// <summary>A span of time as written.</summary>
/// <param name="Span">How long, without the months.</param>
/// <param name="Months">Months and years, whose length the calendar decides.</param>
/// <param name="WholeDays">Whether it was written in days, weeks, months or years alone.</param>
/// <param name="Next">How many tokens on it ends.</param>
internal sealed record Measured(Duration Span, int Months, bool WholeDays, int Next);
