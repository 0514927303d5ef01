using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Agenda;
using TalksBot.Storage;

namespace TalksBot.Features.Updates;

/// <summary>Lets flashes expire that nobody has approved.</summary>
internal sealed class ApprovalExpiryHandler(TalksDb db, RecordParts parts, EditorPrompt desk) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Approval;

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
            if (owner.ExpireFlash(update, Stamp.Clock(now)))
            {
                await desk.AnsweredAsync(owner, update, now, token);
            }
        }
    }
}
