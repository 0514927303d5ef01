using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Core.Chronicles;

/// <summary>Tells the changes of a session, on its own clock.</summary>
internal static class SessionChronicle
{
    public static ChronicleEntry Tell(Negotiation talks, Session session, Change change)
    {
        var details = SessionListWording.Details(session);
        var text = change.Verb switch
        {
            ChangeVerb.Added => $"planned: {Clocks(talks, session.StartsAt, change)}{details}",
            ChangeVerb.Moved => $"moved: was {change.Before}, now {Clocks(talks, session.StartsAt, change)}{details}",
            ChangeVerb.Started => $"began: {Clocks(talks, session.StartsAt, change)}{details}",
            ChangeVerb.Ended => $"ended: {Clocks(talks, session.EndsAt, change)}",
            ChangeVerb.Cancelled => $"cancelled: was to start {change.Before}{Typography.Dash(change.After)}",
            _ => null,
        };
        return text is null ? ChangeLine.Other(change) : ChangeLine.Plain(change, ChronicleWeight.Session, $"{session.Name} {text}");
    }

    private static string Clocks(Negotiation talks, CivilTime? time, Change change) =>
        time is not null && TimeWording.Full(time) == change.After
            ? TimeWording.ClockTime(time.ToInstant(), talks.ClocksFrom(time.Zone)[0], firstDate: null, change.At)
            : change.After;
}
