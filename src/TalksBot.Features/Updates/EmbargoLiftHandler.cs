using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Agenda;
using TalksBot.Features.Follows;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Updates;

/// <summary>Lifts embargoes when their time has come, and reminds the desk before.</summary>
internal sealed class EmbargoLiftHandler(TalksDb db, RecordParts parts, EditorPrompt desk, FollowerNotifier announce, LiveStatus live) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Lift;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations.Where(negotiation => ids.Contains(negotiation.Id)).Head().ToDictionaryAsync(negotiation => negotiation.Id, token);
        foreach (var moment in due)
        {
            var owner = talks[moment.NegotiationId];
            await parts.RowsAsync(owner, [moment.SubjectId], token);
            var update = owner.Updates.Single(known => known.Id == moment.SubjectId);
            if (moment.Rung > Duration.Zero)
            {
                // After downtime a reminder of what has ended meanwhile would only confuse.
                if (update.Embargo?.ToInstant() > now)
                {
                    desk.LiftNear(owner, update, moment.Rung, moment.Due);
                }
            }
            else if (owner.LiftEmbargo(update, Stamp.Clock(now)))
            {
                announce.ToThoseWhoWant(owner, UpdateReplies.News(owner, update, moment.Due) with { KeyedAt = moment.Due });
            }
        }

        await live.RefreshAsync(token);
    }
}
