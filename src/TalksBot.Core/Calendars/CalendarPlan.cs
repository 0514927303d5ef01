using TalksBot.Core.Calendars.Reading;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Core.Calendars;

/// <summary>What a calendar would make of talks: a first edition adds, a later one moves and takes away. It proposes, and changes nothing. Pure.</summary>
/// <param name="talks">The talks, with their deadlines and sessions.</param>
/// <param name="known">What was taken from calendars before, by its name there.</param>
/// <param name="now">The moment.</param>
public sealed class CalendarPlan(Negotiation talks, IReadOnlyDictionary<string, TakenEvent> known, Instant now)
{
    private readonly List<CalendarStep> _steps = [];
    private readonly List<CalendarItem> _standing = [];
    private readonly List<CalendarItem> _over = [];
    private readonly List<CalendarItem> _unchanged = [];

    /// <summary>What it proposes, in order of time: what is new, what moves, what goes.</summary>
    public IReadOnlyList<CalendarStep> Steps => _steps;

    /// <summary>What stands in the record already, by somebody's hand.</summary>
    public IReadOnlyList<CalendarItem> Standing => _standing;

    /// <summary>What is over, cancelled, or settled here, and is left as it is.</summary>
    public IReadOnlyList<CalendarItem> Over => _over;

    /// <summary>What was taken before and has not changed since.</summary>
    public IReadOnlyList<CalendarItem> Unchanged => _unchanged;

    /// <summary>Makes the plan.</summary>
    /// <param name="read">The calendar.</param>
    /// <param name="choices">What whoever hands it in wants of it.</param>
    public void Make(CalendarReading.Understood read, CalendarChoices choices)
    {
        var seen = read.Items.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var item in read.Items)
        {
            if (known.TryGetValue(item.Key, out var taken))
            {
                Compare(item, taken);
            }
            else
            {
                Add(item, choices);
            }
        }

        if (!read.IsInvitation && !read.IsCut && !choices.KeepsVanished)
        {
            var sources = known.Where(taken => read.Names.Contains(SeriesOf(taken.Key))).Select(taken => taken.Value.Origin.Source).ToHashSet(StringComparer.Ordinal);
            foreach (var (_, taken) in known.Where(taken => sources.Contains(taken.Value.Origin.Source) && !seen.Contains(taken.Key) && !read.Unread.Contains(SeriesOf(taken.Key))))
            {
                End(taken.Subject, isVanished: true);
            }
        }
    }

    private static string SeriesOf(string key) => key.Split('/')[0];

    private void Add(CalendarItem item, CalendarChoices choices)
    {
        var isDeadline = choices.AsDeadlines || item.IsDeadline;
        var isPast = item.At.ToInstant() <= now;
        if (item.IsCancelled || (isPast && (isDeadline || !choices.TakesPast)))
        {
            _over.Add(item);
        }
        else if (isDeadline ? Stands(talks.Deadlines.Where(deadline => deadline.IsOpen).Select(deadline => (deadline.At, deadline.Label)), item) : Stands(talks.Sessions.Where(session => session.State is not SessionState.Cancelled).Select(session => (session.StartsAt, session.Who)), item))
        {
            _standing.Add(item);
        }
        else
        {
            _steps.Add(new CalendarStep.Add(item, isDeadline));
        }
    }

    private static bool Stands(IEnumerable<(CivilTime At, string Title)> all, CalendarItem item) => all.Any(other => other.Title == item.Title && other.At.ToInstant() == item.At.ToInstant());

    private void Compare(CalendarItem item, TakenEvent taken)
    {
        var isOlder = item.Sequence < taken.Origin.Sequence || (item.Sequence == taken.Origin.Sequence && item.Modified < taken.Origin.Modified);
        if (isOlder)
        {
            _unchanged.Add(item);
        }
        else if (item.IsCancelled)
        {
            End(taken.Subject, isVanished: false);
        }
        else if (item.At.ToInstant() == taken.At)
        {
            CompareEnd(item, taken);
        }
        else if (item.At.ToInstant() <= now || !IsOpen(taken.Subject, out var at, out _))
        {
            _over.Add(item);
        }
        else if (at.ToInstant() == item.At.ToInstant())
        {
            CompareEnd(item, taken);
        }
        else
        {
            _steps.Add(new CalendarStep.Move(item, taken.Subject, at));
        }
    }

    /// <summary>What starts as it did may end otherwise; an end that the desk set itself stays until the calendar has another.</summary>
    private void CompareEnd(CalendarItem item, TakenEvent taken)
    {
        var end = item.Until?.ToInstant();
        if (end != taken.Origin.Ends
            && talks.SessionNamed(taken.Subject) is { State: SessionState.Planned or SessionState.UnderWay } session
            && end != session.EndsAt?.ToInstant()
            && (end is null || (end > now && end > session.StartsAt.ToInstant())))
        {
            _steps.Add(new CalendarStep.EndMoves(item, taken.Subject, session.EndsAt));
        }
        else
        {
            _unchanged.Add(item);
        }
    }

    /// <summary>What has passed, or was settled by somebody, is left to the desk.</summary>
    private void End(string subject, bool isVanished)
    {
        if (IsOpen(subject, out var at, out var title) && at.ToInstant() > now)
        {
            _steps.Add(new CalendarStep.End(subject, at, title, isVanished));
        }
    }

    private bool IsOpen(string subject, out CivilTime at, out string title)
    {
        (at, title) = (null!, "");
        if (talks.DeadlineNamed(subject) is { IsOpen: true } deadline)
        {
            (at, title) = (deadline.At, deadline.Label);
        }
        else if (talks.SessionNamed(subject) is { State: SessionState.Planned } session)
        {
            (at, title) = (session.StartsAt, session.Who);
        }

        return at is not null;
    }
}

/// <summary>Something that a calendar would make of talks. A closed set.</summary>
public abstract record CalendarStep
{
    private CalendarStep()
    {
    }

    /// <summary>Something is new.</summary>
    /// <param name="Item">What.</param>
    /// <param name="IsDeadline">It becomes a deadline, not a session.</param>
    public sealed record Add(CalendarItem Item, bool IsDeadline) : CalendarStep;

    /// <summary>Something falls at another time.</summary>
    /// <param name="Item">What.</param>
    /// <param name="Subject">What it is here, such as <c>S4</c>.</param>
    /// <param name="Before">When it stands now.</param>
    public sealed record Move(CalendarItem Item, string Subject, CivilTime Before) : CalendarStep;

    /// <summary>Something starts as it did, and ends at another time or at none that is known.</summary>
    /// <param name="Item">What.</param>
    /// <param name="Subject">What it is here, such as <c>S4</c>.</param>
    /// <param name="Before">When it is to end now; null where that is not known.</param>
    public sealed record EndMoves(CalendarItem Item, string Subject, CivilTime? Before) : CalendarStep;

    /// <summary>Something does not take place.</summary>
    /// <param name="Subject">What it is here, such as <c>S4</c>.</param>
    /// <param name="At">When it stands now.</param>
    /// <param name="Title">What it is, in a line.</param>
    /// <param name="IsVanished">The calendar does not say so: it has it no more.</param>
    public sealed record End(string Subject, CivilTime At, string Title, bool IsVanished) : CalendarStep;
}

/// <summary>Something that was taken from a calendar.</summary>
/// <param name="Subject">What it is here, such as <c>S4</c>.</param>
/// <param name="At">When the calendar had it, last.</param>
/// <param name="Origin">What of the calendar it was.</param>
public sealed record TakenEvent(string Subject, Instant At, CalendarOrigin Origin)
{
    /// <summary>What was taken, by its name there.</summary>
    /// <param name="changes">The changes that hold, oldest first.</param>
    public static IReadOnlyDictionary<string, TakenEvent> Of(IEnumerable<Change> changes)
    {
        var taken = new Dictionary<string, TakenEvent>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (change.After is ChangeValue.Moment { Origin: { } origin } moment)
            {
                taken[origin.Key] = new TakenEvent(change.Subject, moment.At.ToInstant(), origin);
            }
            else if (change.After is ChangeValue.Until { Origin: { } later } && taken.TryGetValue(later.Key, out var known))
            {
                taken[later.Key] = known with { Origin = later };
            }
        }

        return taken;
    }
}

/// <summary>What whoever hands in a calendar wants of it.</summary>
/// <param name="AsDeadlines">All of it becomes deadlines.</param>
/// <param name="TakesPast">Sessions that are over are taken too.</param>
/// <param name="KeepsVanished">What is in the calendar no more stays.</param>
public sealed record CalendarChoices(bool AsDeadlines, bool TakesPast, bool KeepsVanished);
