using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Agenda;
using TalksBot.Features.Follows;
using TalksBot.Storage;

namespace TalksBot.Features.Repeating;

/// <summary>Plans the deadline that follows one that has come, by its rule.</summary>
internal sealed class NextDeadlineHandler(FollowUps follow) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.NextDeadline;

    /// <inheritdoc/>
    public Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token) => follow.PlanAsync(
        due, (talks, row) => talks.DeadlinesToFollow.FirstOrDefault(known => known.Id == row) is { } deadline && talks.FollowUp(deadline, Stamp.Clock(now)) is not null, token);
}

/// <summary>Plans the session that follows one that has come, by its rule.</summary>
internal sealed class NextSessionHandler(FollowUps follow) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.NextSession;

    /// <inheritdoc/>
    public Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token) => follow.PlanAsync(
        due, (talks, row) => talks.SessionsToFollow.FirstOrDefault(known => known.Id == row) is { } session && talks.FollowUp(session, Stamp.Clock(now)) is not null, token);
}

/// <summary>Plans what follows by a rule, with its alerts; channels that show how the talks stand show it too.</summary>
internal sealed class FollowUps(TalksDb db, LiveStatus live)
{
    /// <summary>Plans it.</summary>
    /// <param name="due">The moments of those that have come.</param>
    /// <param name="follow">Plans the one that follows the one of this row; false where none does.</param>
    public async Task PlanAsync(IReadOnlyList<DueMoment> due, Func<Negotiation, int, bool> follow, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations.Where(negotiation => ids.Contains(negotiation.Id)).Head().ToListAsync(token);
        foreach (var owner in talks)
        {
            var added = due.Count(moment => moment.NegotiationId == owner.Id && follow(owner, moment.SubjectId));
            if (added > 0 && LiveStatus.IsKept([owner]))
            {
                await live.RefreshAsync(owner, token);
            }
        }
    }
}
