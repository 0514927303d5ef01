using System.Globalization;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Reads an hour as the end of a start: on its day, or on the next where that is no longer than half a day off.</summary>
internal static class EndOfStart
{
    private static readonly Duration _plausible = Duration.FromHours(12);

    /// <summary>The end that an hour alone means; null when the words say more, or nothing has a start.</summary>
    public static PhraseAnswer? Answer(PhraseParts parts, TimeContext context)
    {
        if (context.Start is not { } start || parts is not { Clock: { IsPossible: true } clock, HasDate: false, CalendarWeek: null, EndOf: null })
        {
            return null;
        }

        if (ZoneChoice.Of(parts, context) is not { Question: null, Options: [var zone] })
        {
            return null;
        }

        var hours = ClockChoice.Of(parts, smallHours: null, context).Options.Select(option => option.Time).Distinct().ToList();
        var ends = hours.Select(hour => After(start, hour, zone)).OrderBy(end => end.ToInstant()).ToList();
        if (ends.Count == 0)
        {
            return null;
        }

        var length = ends[0].ToInstant() - start.ToInstant();
        var isMidnight = clock.IsMidnight || clock.IsEndOfDay;
        if (length > _plausible && !isMidnight)
        {
            var why = $"{Quotation.Of(clock.Text)} is not after the start, {Words(start)}, on its day; give the date if another day is meant.";
            return new PhraseAnswer.Asked(why, [ends[0]]);
        }

        if (ends.Count > 1 && ends[1].ToInstant() - start.ToInstant() <= _plausible)
        {
            return new PhraseAnswer.Asked($"{Quotation.Of(clock.Text)} could be am or pm.", ends);
        }

        var nextDay = ends[0].Local.Date > start.ToInstant().InZone(ends[0].Zone).Date;
        var note = nextDay ? $"read as {Words(ends[0])} on the next day" : hours.Count > 1 ? $"read as {Words(ends[0])}" : null;
        return new PhraseAnswer.Found(ends[0], note);
    }

    /// <summary>Refuses what is not after the start, and offers none that is not.</summary>
    public static PhraseAnswer After(CivilTime start, PhraseAnswer answer, PhraseParts parts) => answer switch
    {
        PhraseAnswer.Found found when NightAfter(start, found.Time, parts) is { } night =>
            new PhraseAnswer.Found(night, $"read as {TimeWording.Date(night.Local.Date)}, the night after the start"),
        PhraseAnswer.Found found when found.Time.ToInstant() <= start.ToInstant() =>
            new PhraseAnswer.Asked($"{TimeWording.Full(found.Time)} is not after the start, {TimeWording.Full(start)}.", []),
        PhraseAnswer.Asked asked => asked with { Candidates = [.. asked.Candidates.Where(time => time.ToInstant() > start.ToInstant())] },
        _ => answer,
    };

    // "tomorrow 20:00 until tomorrow 1am" ends in the night that follows.
    private static CivilTime? NightAfter(CivilTime start, CivilTime end, PhraseParts parts)
    {
        var next = end.Plus(Duration.FromDays(1));
        var length = next.ToInstant() - start.ToInstant();
        return parts.DayShift is not null && end.ToInstant() <= start.ToInstant() && length > Duration.Zero && length <= _plausible ? next : null;
    }

    private static CivilTime After(CivilTime start, LocalTime hour, ZoneOption zone)
    {
        var from = start.ToInstant();
        var date = from.InZone(zone.Zone).Date;
        var end = At(date);
        return end.ToInstant() > from ? end : At(date.PlusDays(1));

        CivilTime At(LocalDate day) => zone.Offset is { } offset
            ? CivilTime.At((day + hour).WithOffset(offset).ToInstant(), zone.Zone)
            : CivilTime.At(zone.Zone.AtLeniently(day + hour).ToInstant(), zone.Zone);
    }

    private static string Words(CivilTime time) => time.Local.ToString("HH:mm", CultureInfo.InvariantCulture);
}
