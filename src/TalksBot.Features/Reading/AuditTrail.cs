using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Audits;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Negotiations.Snapshots;
using TalksBot.Features.Commands;
using TalksBot.Storage;

namespace TalksBot.Features.Reading;

/// <summary>Reads the changes kept, with what is known of the commands that made them.</summary>
internal sealed class AuditTrail(TalksDb db)
{
    /// <summary>The changes of these talks, newest first; of all talks and of the desk as a whole for null.</summary>
    public IQueryable<Change> Of(int? negotiation) => negotiation is null
        ? db.Changes.OrderByDescending(change => change.Id)
        : db.Changes.Where(change => change.NegotiationId == negotiation).OrderByDescending(change => change.At).ThenByDescending(change => change.Id);

    /// <summary>One page of them.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(IQueryable<Change> asked, ListPage page, Instant now, CancellationToken token)
    {
        var changes = await asked.Skip(page.Skipped).Take(ListPage.Size).AsNoTracking().ToListAsync(token);
        var ids = changes.Select(change => change.NegotiationId).OfType<int>().ToHashSet();
        var slugs = await db.Negotiations.Where(talks => ids.Contains(talks.Id)).ToDictionaryAsync(talks => talks.Id, talks => talks.Slug, token);
        var updates = await UpdatesAsync(changes, ids, token);
        var keys = changes.Select(change => change.Act).Where(key => key.Length > 0).ToHashSet();
        var acts = await db.Acts.Where(act => keys.Contains(act.Key)).AsNoTracking().ToDictionaryAsync(act => act.Key, token);
        return
        [
            .. changes.Select(change => new AuditEntry(change, change.NegotiationId is { } id ? slugs.GetValueOrDefault(id, "") : "")
            {
                Concealed = Conceal(change, updates, acts.GetValueOrDefault(change.Act), now),
                UndoneBy = acts.GetValueOrDefault(change.Act)?.UndoneBy,
            }),
        ];
    }

    private async Task<ILookup<(int? Negotiation, string Name), Update>> UpdatesAsync(List<Change> changes, HashSet<int> ids, CancellationToken token)
    {
        var numbers = changes.Where(IsOfUpdate).Select(change => SubjectNumber.TryRead('#', change.Subject, out var number) ? number : 0).ToHashSet();
        var updates = await db.Set<Update>().Where(update => ids.Contains(update.NegotiationId) && numbers.Contains(update.Number)).AsNoTracking().ToListAsync(token);
        return updates.ToLookup(update => ((int?)update.NegotiationId, update.Name));
    }

    private static string? Conceal(Change change, ILookup<(int? Negotiation, string Name), Update> updates, Act? act, Instant now) =>
        !IsOfUpdate(change) ? null
        : updates[(change.NegotiationId, change.Subject)].FirstOrDefault() is { } update ? Concealment.Of(update, now)
        : Concealment.OfTakenBack(change, act, now);

    private static bool IsOfUpdate(Change change) => change.Subject.StartsWith('#');
}
