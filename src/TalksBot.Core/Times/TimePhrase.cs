using TalksBot.Core.Times.Phrases;

namespace TalksBot.Core.Times;

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
