using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Audits;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;

namespace TalksBot.Features.Views;

/// <summary>
/// Reads what changed, in the order in which it was recorded: what changed and where it is read, and no words, so that a program that copies the
/// record reads each thing as it stands when it looks.
/// </summary>
public sealed class ChangesQuery
{
    /// <summary>So many rows are looked at for one answer: what nobody may see yet is passed over.</summary>
    private const int MostLookedAt = 1_000;

    /// <summary>What the desk says to itself.</summary>
    private static readonly ChangeVerb[] Inward = [ChangeVerb.Acknowledged, ChangeVerb.Covered, ChangeVerb.Snoozed];

    /// <summary>What is done to an update before anybody sees it.</summary>
    private static readonly ChangeVerb[] Hidden = [ChangeVerb.Embargoed, ChangeVerb.Set, ChangeVerb.Rejected, ChangeVerb.Expired];

    private readonly TalksDb _db;

    /// <summary>Reads with this.</summary>
    internal ChangesQuery(TalksDb db) => _db = db;

    /// <summary>Where the changes begin that were recorded after an instant.</summary>
    /// <param name="only">The row of the talks that may be read; null for all.</param>
    /// <param name="from">Changes at this instant are left out.</param>
    public async Task<Cursor> BeginAsync(int? only, Instant from, CancellationToken token)
    {
        var first = await _db.Negotiations
            .Where(talks => talks.ChangedAt > from && (only == null || talks.Id == only))
            .Select(talks => _db.Changes.Where(change => change.NegotiationId == talks.Id && change.At > from).Min(change => (long?)change.Id))
            .MinAsync(token);
        return new Cursor((first ?? await _db.Changes.MaxAsync(change => (long?)change.Id, token) + 1 ?? 1) - 1);
    }

    /// <summary>The changes after a cursor.</summary>
    /// <param name="only">The row of the talks that may be read; null for all.</param>
    /// <param name="after">The last one that was seen.</param>
    /// <param name="limit">How many, at most.</param>
    /// <param name="now">The moment of reading.</param>
    public async Task<ChangesView> ReadAsync(int? only, Cursor after, int limit, Instant now, CancellationToken token)
    {
        var (told, last, looked, isAll) = (new List<(long Row, ChangeView View)>(), after.Major, 0, false);
        while (told.Count <= limit && looked < MostLookedAt && !isAll)
        {
            var from = last;
            var rows = await _db.Changes
                .Where(change => change.Id > from && change.NegotiationId != null && (only == null || change.NegotiationId == only))
                .OrderBy(change => change.Id).Take(limit + 1)
                .Select(change => new Row(change.Id, change.NegotiationId!.Value, change.At, change.Subject, change.Verb, change.Undoes))
                .ToListAsync(token);
            told.AddRange(await SeenAsync(rows, now, token));
            (last, looked, isAll) = (rows.Count == 0 ? last : rows[^1].Id, looked + rows.Count, rows.Count <= limit);
        }

        var isCut = told.Count > limit;
        return new ChangesView([.. told.Take(limit).Select(change => change.View)], new Cursor(isCut ? told[limit - 1].Row : last).ToString(), More: isCut || !isAll);
    }

    private async Task<IEnumerable<(long Row, ChangeView View)>> SeenAsync(List<Row> rows, Instant now, CancellationToken token)
    {
        var ids = rows.Select(change => change.Talks).ToHashSet();
        var slugs = await _db.Negotiations.Where(talks => ids.Contains(talks.Id)).Select(talks => new { talks.Id, talks.Slug }).ToDictionaryAsync(talks => talks.Id, talks => talks.Slug, token);
        var updates = await UpdatesAsync(rows, ids, token);
        var visiblyUndone = await VisiblyUndoneAsync(rows, now, token);
        return rows
            .Where(change => slugs.ContainsKey(change.Talks) && IsTold(change))
            .Select(change => (change.Id, new ChangeView(change.At, slugs[change.Talks], change.Subject, change.Verb, ViewPaths.Of(slugs[change.Talks], change.Subject))));

        bool IsTold(Row change) => !Inward.Contains(change.Verb) && change.Subject switch
        {
            "" => true,
            ['D' or 'S' or 'P', >= '0' and <= '9', ..] => true,
            ['#', ..] => updates.TryGetValue((change.Talks, change.Subject), out var update) ? IsSeen(update, change) : visiblyUndone.Contains(change.Id),

            // Who follows talks is no news.
            _ => false,
        };
    }

    private async Task<Dictionary<(int Talks, string Name), Standing>> UpdatesAsync(List<Row> rows, HashSet<int> ids, CancellationToken token)
    {
        var numbers = rows.Select(change => Number(change.Subject)).OfType<int>().ToHashSet();
        return numbers.Count == 0
            ? []
            : await _db.Set<Update>().Where(update => ids.Contains(update.NegotiationId) && numbers.Contains(update.Number))
                .Select(update => new { update.NegotiationId, update.Number, update.Embargo, update.Approval, update.CameOutAt })
                .ToDictionaryAsync(
                    update => (update.NegotiationId, SubjectNumber.Update(update.Number)),
                    update => new Standing(update.Embargo is null && update.Approval is null or { State: ApprovalState.Approved }, update.CameOutAt),
                    token);
    }

    /// <summary>The rows that take back updates which are gone since, and which somebody may have seen.</summary>
    private async Task<HashSet<long>> VisiblyUndoneAsync(List<Row> rows, Instant now, CancellationToken token)
    {
        var undoing = rows.Where(change => change.Undoes.Length > 0 && change.Subject.StartsWith('#')).Select(change => change.Id).ToList();
        if (undoing.Count == 0)
        {
            return [];
        }

        var changes = await _db.Changes.Where(change => undoing.Contains(change.Id)).AsNoTracking().ToListAsync(token);
        var undone = changes.Select(change => change.Undoes).ToList();
        var acts = await _db.Acts.Where(act => undone.Contains(act.Key)).AsNoTracking().ToDictionaryAsync(act => act.Key, token);
        return [.. changes.Where(change => acts.TryGetValue(change.Undoes, out var act) && Concealment.OfTakenBack(change, act, now) is null).Select(change => change.Id)];
    }

    /// <summary>What nobody saw is told when it comes out, not when it was written down.</summary>
    private static bool IsSeen(Standing update, Row change) => update.CameOut && !Hidden.Contains(change.Verb) && (change.Verb is not ChangeVerb.Added || !(update.CameOutAt > change.At));

    private static int? Number(string subject) => subject.StartsWith('#') ? ViewPaths.UpdateNumber(subject) : null;

    private sealed record Row(long Id, int Talks, Instant At, string Subject, ChangeVerb Verb, string Undoes);

    /// <summary>Whether an update came out, and when.</summary>
    private sealed record Standing(bool CameOut, Instant? CameOutAt);
}

/// <summary>What changed.</summary>
/// <param name="Items">The changes, in the order in which they were recorded.</param>
/// <param name="Next">From where on to ask the next time, also when there is nothing more now.</param>
/// <param name="More">True where there is more already.</param>
public sealed record ChangesView(IReadOnlyList<ChangeView> Items, string Next, bool More);

/// <summary>One change.</summary>
/// <param name="At">When it was recorded.</param>
/// <param name="Talks">The slug of the talks.</param>
/// <param name="Subject">What changed: <c>D1</c>, <c>S4</c>, <c>#3</c>, <c>P2</c>, or empty for the talks as a whole.</param>
/// <param name="What">What was done to it.</param>
/// <param name="Self">Where it is read as it stands now; what was taken back is not there any more.</param>
public sealed record ChangeView(Instant At, string Talks, string Subject, ChangeVerb What, string Self);
