namespace TalksBot.Core.Times.Phrases;

/// <summary>Concludes from the parts of a phrase which time it means: tries every meaning of every part, and finds one
/// time only when no part leaves anything to ask.</summary>
internal sealed class PhraseResolution(PhraseParts parts, TimeContext context)
{
    private readonly TimeContext _context = Standing.Of(parts, context);
    private readonly List<CivilTime> _candidates = [];
    private readonly List<string> _notes = [];
    private string? _question;

    public PhraseAnswer Answer()
    {
        YearOrClock();
        var answer = parts switch
        {
            { Now: true } => Now(),
            { Amount: { From: AmountFrom.NamedTime or AmountFrom.BackFromNamedTime } amount } => Beside(amount),
            { Amount: { } amount } => AmountAnswer.Of(amount, parts, _context),
            _ => EndOfStart.Answer(parts, _context) ?? Placed(),
        };
        return Checked(answer);
    }

    /// <summary>A moment that needs no reading, looked at as any other.</summary>
    public PhraseAnswer At(Instant at) => Checked(new PhraseAnswer.Found(CivilTime.At(at, context.Zone), Note: null));

    private PhraseAnswer Checked(PhraseAnswer answer)
    {
        var doubted = answer is PhraseAnswer.Found found && parts.Doubt is { } doubt ? new PhraseAnswer.Asked(doubt, [found.Time]) : answer;
        return _context.Start is { } start
            ? EndOfStart.After(start, doubted, parts)
            : _context.Tense switch
            {
                TimeTense.Future => PastRefusal.Apply(doubted, parts, _context),
                TimeTense.Past => ComingRefusal.Apply(doubted, _context),
                _ => doubted,
            };
    }

    private PhraseAnswer Now()
    {
        var alone = !parts.HasDate && parts.Clock is null && parts.Amount is null;
        var zone = ZoneChoice.Of(parts, _context) is { Question: null, Options: [var only] } ? only.Zone : null;
        return alone && zone is not null
            ? new PhraseAnswer.Found(CivilTime.At(_context.Now, zone), Note: null)
            : new PhraseAnswer.Asked("Say \"now\" alone, or a time without it.", []);
    }

    // "two hours before midnight": every reading of the time named, so much earlier.
    private PhraseAnswer Beside(Amount amount)
    {
        if (amount.Span > AmountPart.Longest || amount.Months > 12)
        {
            return new PhraseAnswer.Asked($"A span can be {DurationText.Write(AmountPart.Longest)} at most.", []);
        }

        // "two hours before midnight" is before the next one.
        var back = amount.From == AmountFrom.BackFromNamedTime;
        var named = Placed();
        named = parts is { Clock.IsMidnight: true, HasDate: false } && named is PhraseAnswer.Asked { Candidates: [var next, ..] } ? new PhraseAnswer.Found(next, Note: null) : named;
        return named switch
        {
            PhraseAnswer.Found found => AmountAnswer.Shifted(found.Time, amount, back),
            PhraseAnswer.Asked asked => asked with
            {
                Candidates = [.. asked.Candidates.Select(time => AmountAnswer.Shifted(time, amount, back)).OfType<PhraseAnswer.Found>().Select(shifted => shifted.Time)],
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private PhraseAnswer Placed()
    {
        foreach (var zone in Ask(ZoneChoice.Of(parts, _context)))
        {
            foreach (var clock in Ask(ClockChoice.Of(parts, SmallHours(zone.Zone), _context)))
            {
                foreach (var date in Ask(new DateChoice(parts, new(zone, clock, _context)).Answer()))
                {
                    var local = (clock.NextDay ? date.PlusDays(1) : date) + clock.Time;
                    _candidates.AddRange(Ask(Placement.Of(local, zone, _context)));
                }
            }
        }

        return _question is null && _candidates is [var time]
            ? new PhraseAnswer.Found(time, _notes.Count > 0 ? string.Join("; ", _notes) : null)
            : new PhraseAnswer.Asked(_question ?? "That could be several times.", _candidates);
    }

    // The first question asked is the one put to the person, unless a later part has no meaning at all; the candidates answer
    // the others with it.
    private IReadOnlyList<T> Ask<T>(Choice<T> choice)
    {
        _question = choice.Options.Count == 0 ? choice.Question : _question ?? choice.Question;
        if (choice.Note is { } note)
        {
            _notes.Add(note);
        }

        return choice.Options;
    }

    // "28 Jun 1945" of this year is a quarter to eight in the evening, and "28 Jun 2026" lacks its hour.
    private void YearOrClock()
    {
        var now = _context.Now.InZone(_context.Zone).Year;
        if (parts.MaybeClock is { } clock && parts is { Year: { } year, Clock: null } && year != now && year != now + 1 && _context.Tense == TimeTense.Future)
        {
            (parts.Clock, parts.Year) = (clock, null);
            parts.Doubt ??= $"{Quotation.Of(clock.Text)} could be a year or a time of day; write the time with a colon.";
        }
    }

    private LocalTime? SmallHours(DateTimeZone zone)
    {
        var now = _context.Now.InZone(zone).TimeOfDay;
        return parts.DayShift == 0 && now.Hour < DayPartHours.Dawn ? now : null;
    }
}
