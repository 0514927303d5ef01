using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Core.Times;
using TalksBot.Core.Times.Repeats;

namespace TalksBot.Core.Negotiations;

/// <summary>A meeting of the parties; it may cross midnight and so belong to two dates.</summary>
public sealed class Session
{
    private Session()
    {
    }

    internal Session(int number, SessionTerms terms)
    {
        Number = number;
        StartsAt = terms.StartsAt;
        EndsAt = terms.EndsAt;
        Place = terms.Place;
        Who = terms.Who;
        Repeat = terms.Repeat is { } rule ? Repetition.Begin(rule, terms.StartsAt, terms.EndsAt, number) : null;
    }

    /// <summary>How long nobody's word is waited for where no end is planned.</summary>
    public static readonly Duration LongestSilence = Duration.FromHours(12);

    /// <summary>So long after its start one that began may be said to go on where no end is planned.</summary>
    private static readonly Duration GoesOnFor = Duration.FromHours(6);

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>The negotiation's row.</summary>
    public int NegotiationId { get; private set; }

    /// <summary>Its number within the talks, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Its number as people write it, such as <c>S4</c>.</summary>
    public string Name => SubjectNumber.Session(Number);

    /// <summary>When it starts or started.</summary>
    public CivilTime StartsAt { get; private set; } = null!;

    /// <summary>When it ends or ended; null while unknown.</summary>
    public CivilTime? EndsAt { get; private set; }

    /// <summary>Where they meet; empty if unknown.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Who meets; empty if unknown.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public SessionState State { get; private set; } = SessionState.Planned;

    /// <summary>Who of the desk sees to it; null while nobody does.</summary>
    public Coverage? Cover { get; private set; }

    /// <summary>How it repeats; null where it never did.</summary>
    public Repetition? Repeat { get; private set; }

    /// <summary>
    /// True while somebody still waits for it: planned or under way, and not silent for too long. A planned one is waited for until its
    /// planned end, one under way for half a day beyond that; where no end is planned, half a day from its start.
    /// </summary>
    public bool IsAwaited(Instant now) => State is SessionState.Planned or SessionState.UnderWay && now < AwaitedUntil;

    /// <summary>The first moment at which nobody's word is waited for any more; it counts while the session is planned or under way.</summary>
    public Instant AwaitedUntil => State is SessionState.Planned && EndsAt is { } end ? end.ToInstant() : (EndsAt ?? StartsAt).ToInstant() + LongestSilence;

    /// <summary>True while one that began may be said to be under way: afterwards it is only known when it began.</summary>
    public bool GoesOn(Instant now) => State is SessionState.UnderWay && now < (EndsAt?.ToInstant() ?? StartsAt.ToInstant() + GoesOnFor);

    /// <summary>True once the desk was asked in vain whether it has begun: what is to come goes before it.</summary>
    public bool IsOverdue(Instant now) => State is SessionState.Planned && StartsAt.ToInstant() + SessionPlan.AskedAfter <= now;

    /// <summary>True once it must be over and nobody has said what became of it.</summary>
    public bool IsUnreported(Instant now) => State is SessionState.Planned or SessionState.UnderWay && !IsAwaited(now);

    /// <summary>A copy that stays as the session reads now.</summary>
    public Session Copy() => FiledSession.From(this).Restore();

    internal void Move(CivilTime to, CivilTime? end)
    {
        StartsAt = to;
        EndsAt = end;
    }

    internal void Start(CivilTime at)
    {
        StartsAt = at;
        State = SessionState.UnderWay;
    }

    internal void End(CivilTime at)
    {
        EndsAt = at;
        State = SessionState.Ended;
    }

    internal void Cancel() => State = SessionState.Cancelled;

    internal void CoverBy(Coverage? cover) => Cover = cover;

    internal void RepeatBy(Repetition? repeat) => Repeat = repeat;

    /// <summary>An end that is planned for this one is planned for those that follow.</summary>
    internal void Say(SessionWords words)
    {
        Repeat = State is SessionState.Planned or SessionState.UnderWay && words.EndsAt != EndsAt && Repeat is { } repeat ? repeat with { Length = words.EndsAt?.ToInstant() - StartsAt.ToInstant() } : Repeat;
        (Place, Who, EndsAt) = (words.Place, words.Who, words.EndsAt);
    }

    /// <summary>Reads as that copy of it does.</summary>
    internal void ReturnTo(Session copy)
    {
        (StartsAt, State, Cover) = (copy.StartsAt, copy.State, copy.Cover);
        Say(SessionWords.Of(copy));
        Repeat = copy.Repeat;
    }
}

/// <summary>Where a session stands. Numbers are stored: never renumber.</summary>
public enum SessionState
{
    /// <summary>Announced.</summary>
    Planned = 1,

    /// <summary>The parties are in the room.</summary>
    UnderWay = 2,

    /// <summary>Over.</summary>
    Ended = 3,

    /// <summary>It will not take place.</summary>
    Cancelled = 4,
}

/// <summary>What is known of a session when it is announced.</summary>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it is to end; null if unknown.</param>
/// <param name="Place">Where, or empty.</param>
/// <param name="Who">Who meets, or empty.</param>
public sealed record SessionTerms(CivilTime StartsAt, CivilTime? EndsAt = null, string Place = "", string Who = "")
{
    /// <summary>How it repeats, where it is one of those days; null where it does not.</summary>
    public RepeatRule? Repeat { get; init; }
}

/// <summary>What is said of a session beside its start.</summary>
/// <param name="Place">Where, or empty.</param>
/// <param name="Who">Who meets, or empty.</param>
/// <param name="EndsAt">When it is to end or ended; null if unknown.</param>
public sealed record SessionWords(string Place, string Who, CivilTime? EndsAt)
{
    /// <summary>What is said of a session now.</summary>
    public static SessionWords Of(Session session) => new(session.Place, session.Who, session.EndsAt);
}

/// <summary>Which alerts a session has. Pure.</summary>
public static class SessionPlan
{
    /// <summary>How long before its start a session is announced; zero is the start itself.</summary>
    public static readonly IReadOnlyList<Duration> Alerts = [Duration.FromMinutes(30), Duration.Zero];

    /// <summary>How long after its planned start the desk is asked whether a session has begun.</summary>
    public static readonly Duration AskedAfter = Duration.FromMinutes(15);

    /// <summary>When the desk is asked what became of a session, as long as nobody says it: soon after its planned start, and when it
    /// is awaited no more.</summary>
    public static IEnumerable<Instant> Questions(Session session) => session.State switch
    {
        SessionState.Planned => new[] { session.StartsAt.ToInstant() + AskedAfter, session.AwaitedUntil }.Where(at => at <= session.AwaitedUntil).Distinct(),
        SessionState.UnderWay => [session.AwaitedUntil],
        _ => [],
    };

    /// <summary>The alerts still to come; one already due is never looked back at.</summary>
    public static IEnumerable<Duration> AlertsAhead(Instant start, Instant now) => Alerts.Where(alert => start - alert > now);
}
