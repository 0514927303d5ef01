namespace TalksBot.Core.Times.Phrases;

/// <summary>Where only the future will do: refuses a time that has passed, and offers none that has.</summary>
internal static class PastRefusal
{
    private static readonly Duration _recent = Duration.FromHours(48);

    public static PhraseAnswer Apply(PhraseAnswer answer, PhraseParts parts, TimeContext context) => answer switch
    {
        PhraseAnswer.Found found when found.Time.ToInstant() <= context.Now => Passed(found.Time, parts, context),
        PhraseAnswer.Asked asked => asked with { Candidates = [.. asked.Candidates.Where(time => time.ToInstant() > context.Now)] },
        _ => answer,
    };

    private static PhraseAnswer.Asked Passed(CivilTime time, PhraseParts parts, TimeContext context)
    {
        var at = time.ToInstant();
        var today = context.Now.InZone(time.Zone).Date;
        List<LocalDate> dates = [];
        if (parts.Clock is not null && context.Now - at < _recent)
        {
            dates.AddRange([today, today.PlusDays(1)]);
        }

        if (parts.Month is not null || parts.Slashed is not null)
        {
            var years = today.Year - time.Local.Year;
            dates.AddRange([time.Local.Date.PlusYears(years), time.Local.Date.PlusYears(years + 1)]);
        }

        var later = dates
            .Where(date => date.Year <= DateChoice.LastYear)
            .Select(date => CivilTime.At(time.Zone.AtLeniently(date + time.Local.TimeOfDay).ToInstant(), time.Zone))
            .Where(other => other.ToInstant() > context.Now)
            .DistinctBy(other => other.ToInstant())
            .OrderBy(other => other.ToInstant())
            .Take(2);
        var why = at == context.Now ? "That is now, not later." : $"{TimeWording.Full(time)} has passed: it was {TimeWording.Relative(at, context.Now)}.";
        return new(why, [.. later]);
    }
}

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
