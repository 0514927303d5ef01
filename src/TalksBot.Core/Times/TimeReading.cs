using TalksBot.Core.Times.Phrases;

namespace TalksBot.Core.Times;

/// <summary>What a typed time turned out to be. A closed set: understood or refused.</summary>
public abstract record TimeReading
{
    private TimeReading()
    {
    }

    /// <summary>One time and no other.</summary>
    /// <param name="Time">The time meant.</param>
    /// <param name="Note">What was inferred, as a clause without a full stop (<c>read as 23:59 because of "tonight"</c>); null when
    /// everything was said.</param>
    public sealed record Understood(CivilTime Time, string? Note) : TimeReading;

    /// <summary>No time, or more than one.</summary>
    /// <param name="Why">One sentence of at most 200 characters, with nothing invisible in it.</param>
    /// <param name="Readings">What may have been meant, soonest first, at most six; perhaps empty.</param>
    public sealed record Refused(string Why, IReadOnlyList<TimeOption> Readings) : TimeReading;
}

/// <summary>One reading of an unclear time, to offer as a button.</summary>
/// <param name="Typed">Words that, typed instead in the same context, are understood as exactly <paramref name="Time"/>.</param>
/// <param name="Time">The time it means.</param>
public sealed record TimeOption(string Typed, CivilTime Time);

/// <summary>Times as people type them, and every time that <see cref="TimeWording"/> prints.</summary>
public static class TimePhrase
{
    /// <summary>Reads any text as a time; what is unclear is refused with the readings it could have, never guessed.</summary>
    public static TimeReading Read(string text, TimeContext context) => PhraseReading.Of(text, context) switch
    {
        PhraseAnswer.Found found => new TimeReading.Understood(found.Time, found.Note),
        PhraseAnswer.Asked asked => new TimeReading.Refused(asked.Why, Offers.For(asked.Candidates, context)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
