using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Negotiations;
using TalksBot.Storage;

namespace TalksBot.Features.Alerts;

/// <summary>Which channels have seen the alerts of deadlines, read without the rest of the record.</summary>
internal sealed class Acknowledgements(TalksDb db)
{
    /// <summary>The words given so far about these talks' deadlines as they stand.</summary>
    /// <param name="talks">The talks, with deadlines.</param>
    public async Task<ILookup<Deadline, Change>> OfAsync(IReadOnlyCollection<Negotiation> talks, CancellationToken token)
    {
        var ids = talks.Select(owner => owner.Id).ToList();
        var names = talks.SelectMany(owner => owner.Deadlines).Where(deadline => deadline.WantsOutcome).Select(deadline => deadline.Name).Distinct().ToList();
        var words = await db.Changes
            .Where(change => change.NegotiationId != null && ids.Contains(change.NegotiationId.Value) && names.Contains(change.Subject) && change.Verb == ChangeVerb.Acknowledged
                && (change.Act == "" || !db.Changes.Any(later => later.Undoes != "" && later.Undoes == change.Act)))
            .OrderBy(change => change.Id)
            .AsNoTracking()
            .ToListAsync(token);
        return talks
            .SelectMany(owner => owner.Deadlines, (owner, deadline) => (owner, deadline))
            .SelectMany(
                asked => words.Where(word => word.NegotiationId == asked.owner.Id && word.Subject == asked.deadline.Name && word.After == Negotiation.Asked(asked.deadline)),
                (asked, word) => (asked.deadline, word))
            .ToLookup(given => given.deadline, given => given.word);
    }
}
