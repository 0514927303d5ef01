using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Storage;

/// <summary>
/// Reads of a negotiation's updates and changes those that are wanted, into the talks themselves; every query is answered from
/// an index. Updates come with the accounts they differ from, changes with those that take them back.
/// </summary>
public sealed class RecordParts(TalksDb db)
{
    /// <summary>The updates with these numbers; where one is missing the first and the last, to say which there are.</summary>
    public async Task UpdatesAsync(Negotiation talks, IReadOnlyCollection<int> numbers, CancellationToken token)
    {
        var wanted = numbers.Except(talks.Updates.Select(update => update.Number)).ToList();
        if (wanted.Count > 0)
        {
            await LoadAsync(talks, Of(talks).Where(update => wanted.Contains(update.Number)), token);
        }

        if (wanted.Except(talks.Updates.Select(update => update.Number)).Any())
        {
            await LoadAsync(talks, Of(talks).OrderBy(update => update.Number).Take(1), token);
            await LoadAsync(talks, Of(talks).OrderByDescending(update => update.Number).Take(1), token);
        }

        var asked = numbers.ToHashSet();
        await BesideAsync(talks, talks.Updates.Where(update => asked.Contains(update.Number)), token);
    }

    /// <summary>The updates of these rows.</summary>
    public Task RowsAsync(Negotiation talks, IReadOnlyCollection<int> rows, CancellationToken token) =>
        LoadWithAccountsAsync(talks, Of(talks).Where(update => rows.Contains(update.Id)), token);

    /// <summary>The updates heard last of those that may be shown, and how many there are.</summary>
    /// <param name="skipped">How many later ones are passed over.</param>
    /// <param name="most">How many are read.</param>
    /// <returns>Those that were asked for, the earliest first; the accounts they differ from are not among them.</returns>
    public async Task<IReadOnlyList<Update>> LatestAsync(Negotiation talks, int skipped, int most, CancellationToken token)
    {
        var latest = Shown(talks).OrderByDescending(update => update.HeardAt).ThenByDescending(update => update.Number).Skip(skipped).Take(most);
        var read = await LoadWithAccountsAsync(talks, latest, token);
        talks.CountPublished(await CountAsync(talks, token));
        return [.. read.Reverse()];
    }

    /// <summary>The updates that may be meant by what is typed: that number, the latest, and the latest that say so.</summary>
    public async Task OfferedAsync(Negotiation talks, string typed, CancellationToken token)
    {
        if (SubjectNumber.TryRead('#', typed, out var number))
        {
            await LoadAsync(talks, Of(talks).Where(update => update.Number == number), token);
        }

        var latest = Shown(talks).OrderByDescending(update => update.HeardAt).ThenByDescending(update => update.Number);
        await LoadAsync(talks, latest.Take(Offered), token);
        if (typed.Length > 0)
        {
            var words = typed.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database does it, as each of them does.
            await LoadAsync(talks, latest.Take(Searched).Where(update => update.Text.Replace("\n\n", " ").Replace("\n", " ").ToLower().Contains(words)).Take(Offered), token);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }
    }

    /// <summary>Of the updates that speak for these sides the first ones of each, whoever may see them.</summary>
    public async Task SpeakingForAsync(Negotiation talks, IEnumerable<string> sides, CancellationToken token)
    {
        foreach (var side in sides)
        {
            await LoadAsync(talks, Of(talks).Where(update => update.Side == side).OrderBy(update => update.Number).Take(Offered), token);
        }
    }

    /// <summary>Of the latest updates that may be shown, those in the same words.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="text">The words; where their lines break does not matter.</param>
    /// <param name="token">Gives up reading.</param>
    public Task SayingAsync(Negotiation talks, string text, CancellationToken token)
    {
        var line = UserText.OneLine(text);
        return LoadAsync(
            talks,
            Shown(talks).OrderByDescending(update => update.HeardAt).Take(Searched).Where(update => update.Text.Replace("\n\n", " ").Replace("\n", " ") == line).Take(Offered),
            token);
    }

    /// <summary>How many updates may be shown.</summary>
    public Task<int> CountAsync(Negotiation talks, CancellationToken token) => Shown(talks).CountAsync(token);

    /// <summary>The accounts that differ from others.</summary>
    public Task DifferingAsync(Negotiation talks, CancellationToken token) => LoadAsync(talks, Of(talks).Where(update => update.Group != null), token);

    /// <summary>The updates that may not be shown, now or any more.</summary>
    public Task HiddenAsync(Negotiation talks, CancellationToken token) =>
        LoadAsync(talks, Of(talks).Where(update => HiddenStandings.Contains(update.Standing)), token);

    /// <summary>Every change of these subjects.</summary>
    public Task ChangesOfAsync(Negotiation talks, IReadOnlyCollection<string> subjects, CancellationToken token) =>
        LoadAsync(talks, change => subjects.Contains(change.Subject), token);

    /// <summary>Every change of the talks as a whole and of their deadlines.</summary>
    public Task TurnsAsync(Negotiation talks, CancellationToken token) =>
        ChangesOfAsync(talks, ["", .. talks.Deadlines.Select(deadline => deadline.Name)], token);

    /// <summary>What happened in a stretch of time: of the updates that came out in it the latest and the most urgent, of everything else all.</summary>
    /// <param name="from">Changes at this instant are left out.</param>
    /// <param name="to">Changes at this instant are read.</param>
    /// <param name="most">How many updates are read.</param>
    /// <returns>How many updates that came out in it are not read.</returns>
    public async Task<int> NewsAsync(Negotiation talks, Instant from, Instant to, int most, CancellationToken token)
    {
        List<string> heads =
        [
            "", .. talks.Deadlines.Select(known => known.Name), .. talks.Sessions.Select(known => known.Name), .. talks.Points.Select(known => known.Name),
        ];
        await LoadAsync(talks, change => heads.Contains(change.Subject) && change.At > from && change.At <= to, token);
        await LoadAsync(talks, change => Edits.Contains(change.Verb) && change.At > from && change.At <= to, token);
        var cameOut = Shown(talks).Where(update => update.CameOutAt > from && update.CameOutAt <= to);
        var latest = cameOut.OrderByDescending(update => update.CameOutAt).ThenByDescending(update => update.Number).Take(most);
        await LoadWithAccountsAsync(talks, latest, token);
        await LoadWithAccountsAsync(talks, cameOut.Where(update => update.Priority == WirePriority.Flash || update.Priority == WirePriority.Bulletin).OrderByDescending(update => update.CameOutAt).Take(most), token);
        var edited = talks.Changes.Select(change => SubjectNumber.TryRead('#', change.Subject, out var number) ? number : 0).Where(number => number > 0).ToHashSet();
        await UpdatesAsync(talks, edited, token);
        await ChangesOfAsync(talks, [.. talks.Published.Where(update => update.CameOutAt > from || edited.Contains(update.Number)).Select(update => update.Name)], token);
        return await cameOut.CountAsync(token) - talks.Published.Count(update => update.CameOutAt > from && update.CameOutAt <= to);
    }

    private const int Offered = 25;

    private const int Searched = 2_000;

    private static readonly UpdateStanding[] HiddenStandings = [UpdateStanding.Waiting, UpdateStanding.Killed, UpdateStanding.Dropped];

    /// <summary>What is done to updates once they are there.</summary>
    private static readonly ChangeVerb[] Edits =
        [ChangeVerb.Corrected, ChangeVerb.Killed, ChangeVerb.Disputed, ChangeVerb.Rejected, ChangeVerb.Expired, ChangeVerb.Undone];

    private IQueryable<Update> Of(Negotiation talks) => db.Set<Update>().Where(update => update.NegotiationId == talks.Id);

    private IQueryable<Update> Shown(Negotiation talks) => Of(talks).Where(update => update.Standing == UpdateStanding.Public);

    private async Task<IReadOnlyList<Update>> LoadWithAccountsAsync(Negotiation talks, IQueryable<Update> updates, CancellationToken token)
    {
        var read = await LoadAsync(talks, updates, token);
        await BesideAsync(talks, read, token);
        return read;
    }

    private async Task BesideAsync(Negotiation talks, IEnumerable<Update> updates, CancellationToken token)
    {
        var groups = updates.Select(update => update.Group).OfType<int>().Distinct().ToList();
        if (groups.Count > 0)
        {
            await LoadAsync(talks, Of(talks).Where(update => update.Group != null && groups.Contains(update.Group.Value)), token);
        }
    }

    private static async Task<IReadOnlyList<Update>> LoadAsync(Negotiation talks, IQueryable<Update> updates, CancellationToken token)
    {
        // Being tracked, they take their place among the updates of the talks by themselves.
        var read = await updates.ToListAsync(token);
        talks.Arrange();
        return read;
    }

    private async Task LoadAsync(Negotiation talks, Expression<Func<Change, bool>> wanted, CancellationToken token)
    {
        var read = await db.Changes.Where(change => change.NegotiationId == talks.Id).Where(wanted).ToListAsync(token);
        var acts = read.Select(change => change.Act).Where(act => act.Length > 0).Distinct().ToList();
        if (acts.Count > 0)
        {
            await db.Changes.Where(change => change.Undoes != "" && acts.Contains(change.Undoes)).LoadAsync(token);
        }

        talks.Arrange();
    }
}
