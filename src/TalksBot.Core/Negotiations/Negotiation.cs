using TalksBot.Core.Times;

namespace TalksBot.Core.Negotiations;

/// <summary>
/// Talks that the desk follows. Every method that changes them keeps the change; a method that can refuse answers null
/// when done, else the sentence that refuses it, with nothing changed.
/// </summary>
public sealed partial class Negotiation
{
    private Negotiation()
    {
    }

    /// <summary>Begins to follow talks.</summary>
    public Negotiation(TalksTerms terms, Stamp stamp)
    {
        Slug = terms.Slug;
        Title = terms.Title;
        Parties = terms.Parties;
        Venue = terms.Venue;
        Zone = terms.Zone;
        Clocks = terms.Clocks;
        OpenedAt = stamp.At;
        Keep(stamp, "", ChangeVerb.Opened, ChangeValue.None, ChangeValue.Of(terms.Title));
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>Their name in commands, unique.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Their name in print.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The sides.</summary>
    public IReadOnlyList<Party> Parties { get; private set; } = [];

    /// <summary>Where they meet; empty if unknown.</summary>
    public string Venue { get; private set; } = "";

    /// <summary>The zone in which times are read when none is named.</summary>
    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>The clocks shown on every time, in order.</summary>
    public IReadOnlyList<WallClock> Clocks { get; private set; } = [];

    /// <summary>Where they stand.</summary>
    public TalksStatus Status { get; private set; } = TalksStatus.Scheduled;

    /// <summary>How they ended; null until somebody says so.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>When the desk began to follow them.</summary>
    public Instant OpenedAt { get; private set; }

    /// <summary>Their short code on the wire: the parties' codes (<c>US-JP</c>), or the slug in capitals.</summary>
    public string Code => CodeOf(Slug, Parties);

    /// <summary>The short code of talks with that slug and those sides.</summary>
    public static string CodeOf(string slug, IReadOnlyList<Party> parties) => parties.Count is 2 or 3
        ? string.Join('-', parties.Select(party => party.Code))
        : slug.ToUpperInvariant();

    /// <summary>The clocks for something that happens by the clocks of <paramref name="own"/>: that zone's clock leads.</summary>
    public IReadOnlyList<WallClock> ClocksFrom(DateTimeZone own)
    {
        var lead = Clocks.FirstOrDefault(clock => clock.Zone.Id == own.Id) ?? new WallClock("", own);
        return [lead, .. Clocks.Where(clock => clock != lead)];
    }

    /// <summary>Interrupts the talks; deadlines stand.</summary>
    public string? Suspend(Stamp stamp)
    {
        if (Status is not (TalksStatus.Scheduled or TalksStatus.UnderWay))
        {
            return $"{Slug} cannot be suspended: the talks are {Status.Words()}; only talks that are scheduled or under way can.";
        }

        Turn(TalksStatus.Suspended, ChangeVerb.Suspended, stamp);
        return null;
    }

    /// <summary>Takes suspended talks up again.</summary>
    public string? Resume(Stamp stamp)
    {
        if (Status is not TalksStatus.Suspended)
        {
            return $"{Slug} cannot be resumed: the talks are {Status.Words()}; only suspended talks can.";
        }

        Turn(TalksStatus.UnderWay, ChangeVerb.Resumed, stamp);
        return null;
    }

    /// <summary>Records how the talks ended and settles the deadlines that this answers.</summary>
    public string? Conclude(OutcomeKind kind, string line, Stamp stamp)
    {
        if (RefuseWhenClosed() is { } closed)
        {
            return closed;
        }

        if (Outcome is { } known && known.Kind == kind && known.Line == line)
        {
            return $"That outcome is already recorded: {known.Line}";
        }

        if (kind is OutcomeKind.Lapsed && !_deadlines.Exists(deadline => deadline.WantsOutcome && deadline.At.ToInstant() <= stamp.At))
        {
            return "No deadline of these talks has passed, so none can have lapsed; record agreed or collapsed, or move the deadline.";
        }

        SettleDeadlines(kind, stamp);
        Keep(stamp, "", ChangeVerb.Concluded, Outcome is { } earlier ? new ChangeValue.Conclusion(earlier.Kind, earlier.Line) : ChangeValue.None, new ChangeValue.Conclusion(kind, line));
        Outcome = new Outcome(kind, line, stamp.At);
        Status = kind is OutcomeKind.Agreed ? TalksStatus.Agreed : TalksStatus.Collapsed;
        return null;
    }

    /// <summary>Stops following the talks: nothing more is announced.</summary>
    public string? Close(Stamp stamp)
    {
        if (Status is TalksStatus.Closed)
        {
            return $"{Slug} is already closed.";
        }

        Turn(TalksStatus.Closed, ChangeVerb.Closed, stamp);
        return null;
    }

    private string? RefuseWhenClosed() =>
        Status is TalksStatus.Closed ? $"{Slug} is closed, so nothing can be added or changed; go on with /talks reopen {Slug}." : null;

    private void Turn(TalksStatus to, ChangeVerb verb, Stamp stamp)
    {
        Keep(stamp, "", verb, new ChangeValue.Talks(Status), new ChangeValue.Talks(to));
        Status = to;
    }
}

/// <summary>One side of the talks.</summary>
/// <param name="Code">Its short name, such as <c>US</c>; unique within the talks.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Principals">Who speaks for it, with their office.</param>
public sealed record Party(string Code, string Name, IReadOnlyList<string> Principals)
{
    /// <summary>Equal when every principal is equal too.</summary>
    public bool Equals(Party? other) =>
        other is not null && Code == other.Code && Name == other.Name && Principals.SequenceEqual(other.Principals);

    /// <summary>Agrees with <see cref="Equals(Party?)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(Code, Name, Principals.Count);
}
