using TalksBot.Core.Calendars.Reading;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Times;

namespace TalksBot.Core.Calendars;

/// <summary>What a calendar would make of talks: a first edition adds, a later one changes and takes away. It proposes, and changes nothing. Pure.</summary>
/// <param name="talks">The talks, with their deadlines and sessions.</param>
/// <param name="known">What was taken from calendars before, by its name there.</param>
/// <param name="now">The moment.</param>
public sealed class CalendarPlan(Negotiation talks, IReadOnlyDictionary<string, TakenEvent> known, Instant now)
{
    private readonly List<CalendarStep> _steps = [];
    private readonly List<CalendarItem> _standing = [];
    private readonly List<CalendarItem> _over = [];
    private readonly List<CalendarItem> _unchanged = [];

    /// <summary>The deadlines that stand once the steps so far are done: no two have one name at one moment.</summary>
    private readonly Dictionary<string, (Instant At, string Label)> _deadlines =
        talks.Deadlines.Where(deadline => deadline.IsOpen).ToDictionary(deadline => deadline.Name, deadline => (deadline.At.ToInstant(), deadline.Label), StringComparer.Ordinal);

    /// <summary>What it proposes, in order of time: what is new, what changes, what goes.</summary>
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
        else if (isDeadline ? HasDeadline(item.At, item.Title) : talks.Sessions.Any(session => session.State is not SessionState.Cancelled && session.Who == item.Title && session.StartsAt.ToInstant() == item.At.ToInstant()))
        {
            _standing.Add(item);
        }
        else
        {
            Propose(new CalendarStep.Add(item, isDeadline), isDeadline ? item.Key : null, item);
        }
    }

    private bool HasDeadline(CivilTime at, string label) => _deadlines.ContainsValue((at.ToInstant(), label));

    private void Propose(CalendarStep step, string? deadline, CalendarItem reads)
    {
        _steps.Add(step);
        if (deadline is not null)
        {
            _deadlines[deadline] = (reads.At.ToInstant(), reads.Title);
        }
    }

    private void Compare(CalendarItem item, TakenEvent taken)
    {
        if (item.Sequence < taken.Origin.Sequence || (item.Sequence == taken.Origin.Sequence && item.Modified < taken.Origin.Modified))
        {
            _unchanged.Add(item);
        }
        else if (item.IsCancelled)
        {
            End(taken.Subject, isVanished: false);
        }
        else if (item.At.ToInstant() != taken.At && (item.At.ToInstant() <= now || Open(taken.Subject) is null))
        {
            _over.Add(item);
        }
        else if (Here(taken.Subject) is not { } here || Reads(item, taken, here) is not { } reads || reads == here)
        {
            _unchanged.Add(item);
        }
        else if (here.IsDeadline && reads.Title != here.Title && HasDeadline(reads.At, reads.Title))
        {
            _standing.Add(item);
        }
        else
        {
            Propose(new CalendarStep.Change(item, taken.Subject, here, reads), here.IsDeadline ? taken.Subject : null, reads);
        }
    }

    /// <summary>As it is to read here: what the calendar has as it had it stays as the desk has it.</summary>
    private CalendarItem Reads(CalendarItem item, TakenEvent taken, CalendarItem here)
    {
        var origin = taken.Origin;
        var isNewer = item.Sequence > origin.Sequence || item.Modified > origin.Modified;
        var moves = item.At.ToInstant() != taken.At && item.At.ToInstant() != here.At.ToInstant();
        var reads = here with { At = moves ? item.At : here.At, Title = Follows(origin.Title, item.Title) ? item.Title : here.Title };
        return here.IsDeadline ? reads : reads with { Place = Follows(origin.Place, item.Place) ? item.Place : here.Place, Until = moves || EndsOtherwise() ? item.Until : here.Until };

        bool Follows(string? was, string says) => was is null ? isNewer : was != says;

        bool EndsOtherwise()
        {
            var end = item.Until?.ToInstant();
            return end != origin.Ends && end != here.Until?.ToInstant() && (end is null || (end > now && end > here.At.ToInstant()));
        }
    }

    /// <summary>What has passed, or was settled by somebody, is left to the desk.</summary>
    private void End(string subject, bool isVanished)
    {
        if (Open(subject) is { } here && here.At.ToInstant() > now)
        {
            _steps.Add(new CalendarStep.End(subject, here.At, here.Title, isVanished));
            _deadlines.Remove(subject);
        }
    }

    /// <summary>What may still be moved; null where it may not.</summary>
    private CalendarItem? Open(string subject) => talks.SessionNamed(subject) is { State: not SessionState.Planned } ? null : Here(subject);

    /// <summary>How it reads here; null where it is settled, or over.</summary>
    private CalendarItem? Here(string subject) => (talks.DeadlineNamed(subject), talks.SessionNamed(subject)) switch
    {
        ({ IsOpen: true } deadline, _) => new CalendarItem("", deadline.At, deadline.Label) { IsDeadline = true },
        (_, { State: SessionState.Planned or SessionState.UnderWay } session) => new CalendarItem("", session.StartsAt, session.Who) { Place = session.Place, Until = session.EndsAt },
        _ => null,
    };
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

    /// <summary>Something taken before has another time, another end, other words or another place.</summary>
    /// <param name="Item">As the calendar has it.</param>
    /// <param name="Subject">What it is here, such as <c>S4</c>.</param>
    /// <param name="Before">As it reads here now; it has no name there.</param>
    /// <param name="Reads">As it is to read here.</param>
    public sealed record Change(CalendarItem Item, string Subject, CalendarItem Before, CalendarItem Reads) : CalendarStep
    {
        /// <summary>It starts or falls at another time.</summary>
        public bool Moves => Reads.At != Before.At;

        /// <summary>It is called otherwise.</summary>
        public bool IsRenamed => Reads.Title != Before.Title;
    }

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
            else if (change.After.Origin is { } later && taken.TryGetValue(later.Key, out var known))
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
