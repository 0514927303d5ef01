using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;

namespace TalksBot.Core.Chronicles;

/// <summary>Tells the changes of a deadline.</summary>
internal static class DeadlineChronicle
{
    public static ChronicleEntry? Tell(Deadline deadline, Change change)
    {
        if (change.Verb is ChangeVerb.Acknowledged or ChangeVerb.Covered or ChangeVerb.Snoozed || change is { IsByClock: true, Verb: ChangeVerb.Added })
        {
            return null;
        }

        if (change.Verb is ChangeVerb.Set)
        {
            return ChangeLine.Other(change);
        }

        var weight = change.Verb is ChangeVerb.Added ? ChronicleWeight.NewDeadline : ChronicleWeight.Turn;
        return Words(change) is { } words
            ? ChangeLine.Credited(change, weight, $"{deadline.Name} {words}{Typography.Dash(deadline.Label)}{Why(change)}")
            : ChangeLine.Other(change);
    }

    /// <summary>Why it was moved; what is said with an ending stands in its words.</summary>
    private static string Why(Change change) => change.After is ChangeValue.Moment && ChangeWording.Note(change.After) is { Length: > 0 } why ? $": {why}" : "";

    private static string? Words(Change change) => change.Verb switch
    {
        ChangeVerb.Added => $"set for {ChangeWording.Of(change.After)}",
        ChangeVerb.Moved => $"moved: now {ChangeWording.Of(change.After)}, was {ChangeWording.Of(change.Before)}",
        ChangeVerb.Reopened => $"stands again, was {ChangeWording.Of(change.Before)}",
        ChangeVerb.Passed => "passed, outcome not yet known",
        ChangeVerb.Met or ChangeVerb.Withdrawn or ChangeVerb.Lapsed => ChangeWording.Of(change.After),
        _ => null,
    };
}

/// <summary>Tells the changes of a sticking point.</summary>
internal static class PointChronicle
{
    public static ChronicleEntry Tell(StickingPoint point, Change change) => change.Verb switch
    {
        ChangeVerb.Added => Entry(change, $"Sticking point {point.Name}: {point.Title}"),
        ChangeVerb.Set when change.After is ChangeValue.Wording => Entry(change, Worded(point, change)),
        ChangeVerb.Set or ChangeVerb.Settled => Entry(change, $"{point.Name} {ChangeWording.Of(change.After)}, was {ChangeWording.Of(change.Before)} – {point.Title}"),
        _ => ChangeLine.Other(change),
    };

    private static ChronicleEntry Entry(Change change, string text) => ChangeLine.Plain(change, ChronicleWeight.Point, text);

    private static string Worded(StickingPoint point, Change change)
    {
        var before = change.Before.IsNone ? "" : $" – before: {ChangeWording.Of(change.Before)}";
        return $"{point.Name} {point.Title}, in the words of {ChangeWording.Of(change.After)}{before}";
    }
}

/// <summary>Tells the changes of a session, on its own clock.</summary>
internal static class SessionChronicle
{
    public static ChronicleEntry? Tell(Negotiation talks, Session session, Change change)
    {
        if (change.Verb is ChangeVerb.Covered || change is { IsByClock: true, Verb: ChangeVerb.Added })
        {
            return null;
        }

        var details = SessionListWording.Details(session);
        var text = change.Verb switch
        {
            ChangeVerb.Added => $"planned: {Clocks(talks, session.StartsAt, change)}{details}",
            ChangeVerb.Moved => $"moved: now {Clocks(talks, session.StartsAt, change)}, was {ChangeWording.Of(change.Before)}{details}{Typography.Dash(ChangeWording.Note(change.After))}",
            ChangeVerb.Started => $"began: {Clocks(talks, session.StartsAt, change)}{details}",
            ChangeVerb.Ended => $"ended: {Clocks(talks, session.EndsAt, change)}",
            ChangeVerb.Cancelled => $"cancelled: was to start {ChangeWording.Of(change.Before)}{Typography.Dash(ChangeWording.Of(change.After))}",
            _ => null,
        };
        return text is null ? ChangeLine.Other(change) : ChangeLine.Plain(change, ChronicleWeight.Session, $"{session.Name} {text}");
    }

    private static string Clocks(Negotiation talks, CivilTime? time, Change change) =>
        time is not null && change.After is ChangeValue.Moment { At: var kept } && kept == time
            ? TimeWording.ClockTime(time.ToInstant(), talks.ClocksFrom(time.Zone)[0], firstDate: null, change.At)
            : ChangeWording.Of(change.After);
}

/// <summary>Tells the changes of an update. The news is who said it, not who wrote it down.</summary>
internal static class UpdateChronicle
{
    public static ChronicleEntry? Tell(Negotiation talks, Update update, Change change) => change.Verb switch
    {
        ChangeVerb.Killed when update is { CameOut: true, Killing: { } killing } => ChangeLine.Credited(change, ChronicleWeight.Correction, $"KILLED {update.Name}: do not use it – {killing.Reason}"),
        _ when !update.IsPublic => null,
        ChangeVerb.Corrected => ChangeLine.Credited(change, ChronicleWeight.Correction, $"CORRECTION of {update.Name}: was {ChangeWording.Of(change.Before)}; right is {ChangeWording.Of(change.After)}"),
        ChangeVerb.Lifted or ChangeVerb.Broken or ChangeVerb.Approved => Said(talks, update, change),
        ChangeVerb.Acknowledged or ChangeVerb.Embargoed or ChangeVerb.Set => null,

        // What was under embargo or waited for approval is told when it came out, not when it was written down.
        ChangeVerb.Added when talks.WasHidden(update) => null,
        ChangeVerb.Added => Said(talks, update, change),
        ChangeVerb.Disputed => ChangeLine.Plain(change, ChronicleWeight.AccountsDiffer, UpdateListWording.Line(talks, update)) with { Link = update.Link },
        _ => ChangeLine.Other(change),
    };

    private static ChronicleEntry Said(Negotiation talks, Update update, Change change) =>
        ChangeLine.Plain(change, Weight(talks, update), UpdateListWording.Line(talks, update)) with { Link = update.Link, IsMajor = update.Priority <= WirePriority.Bulletin };

    private static ChronicleWeight Weight(Negotiation talks, Update update) =>
        talks.AccountsAgainst(update).Any() ? ChronicleWeight.AccountsDiffer : ChronicleWeight.Update;
}
