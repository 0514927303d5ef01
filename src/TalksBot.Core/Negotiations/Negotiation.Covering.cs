namespace TalksBot.Core.Negotiations;

/// <summary>Who of the desk sees to which deadline and session.</summary>
public sealed partial class Negotiation
{
    /// <summary>Somebody covers a deadline, or nobody does any more.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <param name="cover">Who; null for nobody.</param>
    /// <param name="stamp">Who says so, where and when.</param>
    public string? CoverDeadline(Deadline deadline, Coverage? cover, Stamp stamp)
    {
        var refusal = RefuseWhenClosed()
            ?? (deadline.WantsOutcome ? null : $"{deadline.Name} is {deadline.State.Words()}, so there is nothing to cover any more.")
            ?? RefuseSame(deadline.Name, deadline.Cover, cover);
        if (refusal is null)
        {
            KeepCover(deadline.Name, deadline.Cover, cover, stamp);
            deadline.CoverBy(cover);
        }

        return refusal;
    }

    /// <summary>Somebody covers a session, or nobody does any more.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cover">Who; null for nobody.</param>
    /// <param name="stamp">Who says so, where and when.</param>
    public string? CoverSession(Session session, Coverage? cover, Stamp stamp)
    {
        var refusal = RefuseWhenClosed()
            ?? (session.State is SessionState.Planned or SessionState.UnderWay ? null : $"{session.Name} is {session.State.Words()}, so there is nothing to cover any more.")
            ?? RefuseSame(session.Name, session.Cover, cover);
        if (refusal is null)
        {
            KeepCover(session.Name, session.Cover, cover, stamp);
            session.CoverBy(cover);
        }

        return refusal;
    }

    private void KeepCover(string name, Coverage? before, Coverage? after, Stamp stamp) =>
        Keep(stamp, name, ChangeVerb.Covered, ChangeValue.Of(before), ChangeValue.Of(after));

    private static string? RefuseSame(string name, Coverage? before, Coverage? after) =>
        before != after ? null : before is null ? $"Nobody covers {name}." : $"{before.Who} covers {name} already.";
}

/// <summary>Somebody of the desk who sees to a deadline or session.</summary>
/// <param name="Who">Their name, as it is shown.</param>
public sealed record Coverage(string Who)
{
    /// <summary>How they are notified, in a platform's own words; null where they are not.</summary>
    public string? Ping { get; init; }

    /// <summary>The connection on which those words mean them, such as <c>slack:main</c>; null where they are not notified.</summary>
    public string? Connection { get; init; }

    /// <summary>How they are notified in channels of a connection; null where they are not.</summary>
    public string? PingOn(string connection) => connection == Connection ? Ping : null;
}
