namespace TalksBot.Core.Times.Phrases;

/// <summary>Where only the past will do: refuses a time that is still to come, and offers none that is.</summary>
internal static class ComingRefusal
{
    public static PhraseAnswer Apply(PhraseAnswer answer, TimeContext context) => answer switch
    {
        PhraseAnswer.Found found when found.Time.ToInstant() > context.Now =>
            new PhraseAnswer.Asked($"{TimeWording.Full(found.Time)} is still to come: it is {TimeWording.Relative(found.Time.ToInstant(), context.Now)}.", []),
        PhraseAnswer.Asked asked => asked with { Candidates = [.. asked.Candidates.Where(time => time.ToInstant() <= context.Now)] },
        _ => answer,
    };
}
