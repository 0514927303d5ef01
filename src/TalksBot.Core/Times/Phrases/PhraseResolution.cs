using NodaTime;

namespace TalksBot.Core.Times.Phrases;

/// <summary>Concludes from the parts of a phrase which time it means: tries every meaning of every part, and finds one
/// time only when no part leaves anything to ask.</summary>
internal sealed class PhraseResolution(PhraseParts parts, TimeContext context)
{
    private readonly List<CivilTime> _candidates = [];
    private readonly List<string> _notes = [];
    private string? _question;

    public PhraseAnswer Answer()
    {
        var answer = parts switch
        {
            { Now: true } => Now(),
            { Amount: { } amount } => AmountAnswer.Of(amount, parts, context),
            _ => Placed(),
        };
        return context.Tense == TimeTense.Future ? PastRefusal.Apply(answer, parts, context) : answer;
    }

    private PhraseAnswer Now()
    {
        var alone = !parts.HasDate && parts.Clock is null && parts.Amount is null;
        var zone = ZoneChoice.Of(parts, context) is { Question: null, Options: [var only] } ? only.Zone : null;
        return alone && zone is not null
            ? new PhraseAnswer.Found(CivilTime.At(context.Now, zone), Note: null)
            : new PhraseAnswer.Asked("Say \"now\" alone, or a time without it.", []);
    }

    private PhraseAnswer Placed()
    {
        foreach (var zone in Ask(ZoneChoice.Of(parts, context)))
        {
            foreach (var clock in Ask(ClockChoice.Of(parts, SmallHours(zone.Zone))))
            {
                foreach (var date in Ask(new DateChoice(parts, new(zone, clock, context)).Answer()))
                {
                    var local = (clock.NextDay ? date.PlusDays(1) : date) + clock.Time;
                    _candidates.AddRange(Ask(Placement.Of(local, zone, context)));
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

    private LocalTime? SmallHours(DateTimeZone zone)
    {
        var now = context.Now.InZone(zone).TimeOfDay;
        return parts.DayShift == 0 && now.Hour < DayPartHours.Dawn ? now : null;
    }
}
