using TalksBot.Core.Archive;

namespace TalksBot.Core.Negotiations;

/// <summary>The talks taken back from a file.</summary>
public sealed partial class Negotiation
{
    /// <summary>The talks exactly as filed, with every change; the record must come from a file that was understood.</summary>
    public static Negotiation Restore(FiledTalks filed)
    {
        var talks = new Negotiation
        {
            Slug = filed.Slug,
            Title = filed.Title,
            Parties = [.. filed.Parties.Select(party => party.Restore())],
            Venue = filed.Venue,
            Zone = filed.Zone,
            Clocks = filed.Clocks,
            Status = filed.Status,
            Outcome = filed.Outcome?.Restore(),
            OpenedAt = filed.OpenedAt,
        };
        talks._deadlines.AddRange(filed.Deadlines.Select(deadline => deadline.Restore()));
        talks._sessions.AddRange(filed.Sessions.Select(session => session.Restore()));
        talks._updates.AddRange(filed.Updates.Select(update => update.Restore()));
        talks._points.AddRange(filed.Points.Select(point => point.Restore()));
        talks._follows.AddRange(filed.Follows.Select(follow => follow.Restore()));
        talks._changes.AddRange(filed.Changes.Select(change => change.Restore()));
        return talks;
    }
}
