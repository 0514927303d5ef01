using TalksBot.Core.Negotiations.Snapshots;

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
        talks.Count();
        talks.Gather();
        return talks;
    }

    /// <summary>Derives of each update what a file does not carry: when it came out, and which accounts belong together.</summary>
    private void Gather()
    {
        var told = _changes.Where(change => change.Verb is ChangeVerb.Added or ChangeVerb.Lifted or ChangeVerb.Broken or ChangeVerb.Approved)
            .GroupBy(change => change.Subject, StringComparer.Ordinal)
            .ToDictionary(changes => changes.Key, changes => changes.Last().At, StringComparer.Ordinal);
        var numbered = _updates.ToDictionary(update => update.Number);
        foreach (var update in _updates)
        {
            update.ComesOut(told.GetValueOrDefault(update.Name, update.HeardAt));
            foreach (var other in update.Disputes.Where(numbered.ContainsKey))
            {
                Join(update, numbered[other]);
            }
        }
    }
}
