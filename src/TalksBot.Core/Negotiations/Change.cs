namespace TalksBot.Core.Negotiations;

/// <summary>One change to the record, kept for ever: who, where, when, before, after.</summary>
public sealed class Change
{
    private Change()
    {
    }

    /// <summary>A change just made.</summary>
    public Change(Stamp stamp, string subject, ChangeVerb verb, ChangeValue before, ChangeValue after)
    {
        At = stamp.At;
        By = stamp.By;
        Where = stamp.Where;
        Subject = subject;
        Verb = verb;
        Before = before;
        After = after;
    }

    /// <summary>The row's number, rising in the order of the changes.</summary>
    public long Id { get; private set; }

    /// <summary>The negotiation's row; null for what concerns the desk as a whole, such as roles.</summary>
    public int? NegotiationId { get; private set; }

    /// <summary>The command that made it, as <c>/talks undo</c> names it; empty where time itself caused it.</summary>
    public string Act { get; private set; } = "";

    /// <summary>The command that this change took back; empty for any other change.</summary>
    public string Undoes { get; private set; } = "";

    /// <summary>When it was recorded.</summary>
    public Instant At { get; private set; }

    /// <summary>Who made it.</summary>
    public string By { get; private set; } = "";

    /// <summary>The channel it was made in; empty where time itself caused it.</summary>
    public string Where { get; private set; } = "";

    /// <summary>What was changed: <c>D1</c>, <c>S4</c>, <c>#3</c>, <c>P2</c>, a channel, or empty for the talks as a whole.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What was done to it.</summary>
    public ChangeVerb Verb { get; private set; }

    /// <summary>How it read before; nothing for something new.</summary>
    public ChangeValue Before { get; private set; } = ChangeValue.None;

    /// <summary>How it reads since; nothing where nothing can be said.</summary>
    public ChangeValue After { get; private set; } = ChangeValue.None;

    /// <summary>True where time itself caused it; anybody may call themself as the clock is called, but they speak somewhere.</summary>
    public bool IsByClock => By is Stamp.ByClock or "" && Where.Length == 0;

    /// <summary>Which command made it.</summary>
    public void CausedBy(string act) => Act = act;

    /// <summary>What an older version kept in words is data from now on.</summary>
    internal void ReadBack(ChangeValue before, ChangeValue after) => (Before, After) = (before, after);

    internal Change TakingBack(string act)
    {
        Undoes = act;
        return this;
    }
}

/// <summary>Who changed something, where and when.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="By">The person, or <see cref="ByClock"/> where time itself caused it.</param>
/// <param name="Where">The channel the command came from.</param>
public sealed record Stamp(Instant At, string By, string Where)
{
    /// <summary>Who changed something when nobody did: its moment came.</summary>
    public const string ByClock = "clock";

    /// <summary>The person by the platform's lasting identity, for rules about who may not answer themselves.</summary>
    public string Person { get; init; } = By;

    /// <summary>What of a calendar it was taken from; null where somebody typed it.</summary>
    public CalendarOrigin? Origin { get; init; }

    /// <summary>A change that time itself caused.</summary>
    public static Stamp Clock(Instant at) => new(at, ByClock, "");
}
