using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Negotiations;

/// <summary>What repeats: each occurrence is a deadline or session of its own, and the next one is planned when its time has come.</summary>
public sealed partial class Negotiation
{
    /// <summary>The deadlines that another one is to follow; none of talks that have ended.</summary>
    public IEnumerable<Deadline> DeadlinesToFollow => HasEnded ? [] : _deadlines.Where(known => IsLatest(known) && known.Repeat!.Following.Any());

    /// <summary>The sessions that another one is to follow; none of talks that have ended.</summary>
    public IEnumerable<Session> SessionsToFollow => HasEnded ? [] : _sessions.Where(known => IsLatest(known) && known.Repeat!.Following.Any());

    /// <summary>Plans the one that follows a deadline.</summary>
    /// <returns>It; null where none follows, or one does already.</returns>
    public Deadline? FollowUp(Deadline deadline, Stamp stamp)
    {
        if (HasEnded || !IsLatest(deadline) || deadline.Repeat!.Next(stamp.At) is not { } next)
        {
            return null;
        }

        var added = new Deadline(++LastDeadline, new DeadlineTerms(deadline.Label, next.On(next.Slot), "", deadline.Consequence, deadline.SetBy));
        added.RepeatBy(next);
        Keep(stamp, added.Name, ChangeVerb.Added, ChangeValue.None, new ChangeValue.Moment(added.At));
        _deadlines.Add(added);
        return added;
    }

    /// <summary>Plans the one that follows a session.</summary>
    /// <returns>It; null where none follows, or one does already.</returns>
    public Session? FollowUp(Session session, Stamp stamp)
    {
        if (HasEnded || !IsLatest(session) || session.Repeat!.Next(stamp.At) is not { } next)
        {
            return null;
        }

        var start = next.On(next.Slot);
        var added = new Session(++LastSession, new SessionTerms(start, next.EndOf(start), session.Place, session.Who));
        added.RepeatBy(next);
        Keep(stamp, added.Name, ChangeVerb.Added, ChangeValue.None, new ChangeValue.Moment(start));
        _sessions.Add(added);
        return added;
    }

    /// <summary>A deadline repeats from now on by another rule, or no more; what is planned already stays.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="rule">The rule, of which it is one; null where no other is to follow.</param>
    /// <param name="stamp">Who says so, where and when.</param>
    public string? RepeatDeadline(Deadline deadline, RepeatRule? rule, Stamp stamp)
    {
        var refusal = RefuseWhenClosed() ?? RefuseRule(deadline.Name, deadline.Repeat, rule, Latest(deadline)?.Name);
        if (refusal is null)
        {
            Keep(stamp, deadline.Name, [(new ChangeValue.Repeats(deadline.Repeat?.Going), new ChangeValue.Repeats(rule))]);
            deadline.RepeatBy(rule is null ? deadline.Repeat! with { IsOver = true } : Repetition.Begin(rule, deadline.At, end: null, deadline.Number, deadline.Repeat));
        }

        return refusal;
    }

    /// <summary>The same of a session.</summary>
    public string? RepeatSession(Session session, RepeatRule? rule, Stamp stamp)
    {
        var refusal = RefuseWhenClosed()
            ?? (session.State is SessionState.Cancelled && rule is not null ? $"{session.Name} was cancelled; plan a new one with session add." : null)
            ?? RefuseRule(session.Name, session.Repeat, rule, Latest(session)?.Name);
        if (refusal is null)
        {
            Keep(stamp, session.Name, [(new ChangeValue.Repeats(session.Repeat?.Going), new ChangeValue.Repeats(rule))]);
            session.RepeatBy(rule is null ? session.Repeat! with { IsOver = true } : Repetition.Begin(rule, session.StartsAt, session.EndsAt, session.Number, session.Repeat));
        }

        return refusal;
    }

    private static string? RefuseRule(string name, Repetition? before, RepeatRule? rule, string? latest) =>
        before?.Going == rule ? rule is null ? $"{name} does not repeat." : $"{name} already repeats like that."
        : latest is not null && latest != name ? $"{latest} follows {name} already; say it of {latest}."
        : null;

    /// <summary>Of something that others follow already nothing is left but those; it cannot be taken back alone.</summary>
    private string? RefuseFollowed(IEnumerable<PartChange> parts)
    {
        foreach (var part in parts.Where(part => part.Before is null))
        {
            var latest = DeadlineNamed(part.Name) is { } deadline ? Latest(deadline)?.Name : SessionNamed(part.Name) is { } session ? Latest(session)?.Name : null;
            if (latest is not null && latest != part.Name)
            {
                var group = latest[0] == 'D' ? "deadline" : "session";
                return $"{latest} follows {part.Name} by its rule already, so that cannot be undone by itself; /talks {group} set {Slug} {latest} repeat:none ends it.";
            }
        }

        return null;
    }

    private bool IsLatest(Deadline deadline) => deadline.Repeat is not null && Latest(deadline) == deadline;

    private bool IsLatest(Session session) => session.Repeat is not null && Latest(session) == session;

    private Deadline? Latest(Deadline deadline) => deadline.Repeat is { } own ? _deadlines.Where(known => known.Repeat?.Series == own.Series).MaxBy(known => known.Repeat!.Place) : null;

    private Session? Latest(Session session) => session.Repeat is { } own ? _sessions.Where(known => known.Repeat?.Series == own.Series).MaxBy(known => known.Repeat!.Place) : null;
}
