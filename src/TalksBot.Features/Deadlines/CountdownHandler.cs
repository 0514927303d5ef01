using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Agenda;
using TalksBot.Features.Alerts;
using TalksBot.Features.Follows;
using TalksBot.Storage;

namespace TalksBot.Features.Deadlines;

/// <summary>Speaks for countdown rungs and for deadlines that pass.</summary>
internal sealed class CountdownHandler(TalksDb db, CountdownPosts posts, Acknowledgements acknowledgements, LiveStatus live) : IDueMomentHandler
{
    private static readonly ILookup<Deadline, Change> NoWords = Array.Empty<Change>().ToLookup(_ => (Deadline)null!);

    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Countdown;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations
            .Where(negotiation => ids.Contains(negotiation.Id))
            .Include(negotiation => negotiation.Deadlines)
            .Include(negotiation => negotiation.Follows)
            .AsSplitQuery()
            .ToDictionaryAsync(negotiation => negotiation.Id, token);
        var words = due.Any(moment => moment.Rung <= CountdownPlan.AsksFrom) ? await acknowledgements.OfAsync(talks.Values, token) : NoWords;
        foreach (var moment in due)
        {
            var owner = talks[moment.NegotiationId];
            var deadline = owner.Deadlines.Single(known => known.Id == moment.SubjectId);
            posts.Tell(owner, deadline, moment, words[deadline].ToList(), now);
        }

        await RefreshAsync(due.Where(moment => moment.Rung == Duration.Zero).Select(moment => talks[moment.NegotiationId]), token);
    }

    /// <summary>That a deadline passed is a change like any other; only where a live message shows it the rest of the head is read.</summary>
    private async Task RefreshAsync(IEnumerable<Negotiation> passed, CancellationToken token)
    {
        var shown = passed.Distinct().Where(talks => talks.Listening.Any(follow => follow.Settings.Live)).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        // The live message is written at once, so what was claimed before must go first.
        await posts.DropKnownAsync(token);
        var ids = shown.Select(talks => talks.Id).ToList();
        await db.Negotiations.Where(talks => ids.Contains(talks.Id)).Head().LoadAsync(token);
        foreach (var talks in shown)
        {
            await live.RefreshAsync(talks, token);
        }
    }
}
