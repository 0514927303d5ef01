using System.Diagnostics;

namespace TalksBot.Core.Negotiations;

/// <summary>The words for where things stand.</summary>
public static class TalksWords
{
    /// <summary>As in "the talks are under way".</summary>
    public static string Words(this TalksStatus status) => status switch
    {
        TalksStatus.Scheduled => "scheduled",
        TalksStatus.UnderWay => "under way",
        TalksStatus.Suspended => "suspended",
        TalksStatus.Agreed => "agreed",
        TalksStatus.Collapsed => "collapsed",
        TalksStatus.Closed => "closed",
        _ => throw new UnreachableException(),
    };

    /// <summary>As in "the deadline is standing".</summary>
    public static string Words(this DeadlineState state) => state switch
    {
        DeadlineState.Standing => "standing",
        DeadlineState.Moved => "moved",
        DeadlineState.Met => "met",
        DeadlineState.Lapsed => "lapsed",
        DeadlineState.Withdrawn => "withdrawn",
        DeadlineState.PassedUnknown => "passed, outcome not yet known",
        _ => throw new UnreachableException(),
    };

    /// <summary>As in "the session is under way".</summary>
    public static string Words(this SessionState state) => state switch
    {
        SessionState.Planned => "planned",
        SessionState.UnderWay => "under way",
        SessionState.Ended => "ended",
        SessionState.Cancelled => "cancelled",
        _ => throw new UnreachableException(),
    };

    /// <summary>As in "the point is narrowing".</summary>
    public static string Words(this PointState state) => state switch
    {
        PointState.Open => "open",
        PointState.Narrowing => "narrowing",
        PointState.Settled => "settled",
        _ => throw new UnreachableException(),
    };

    /// <summary>As in "outcome: agreed".</summary>
    public static string Words(this OutcomeKind kind) => kind switch
    {
        OutcomeKind.Agreed => "agreed",
        OutcomeKind.Lapsed => "lapsed",
        OutcomeKind.Collapsed => "collapsed",
        _ => throw new UnreachableException(),
    };
}
