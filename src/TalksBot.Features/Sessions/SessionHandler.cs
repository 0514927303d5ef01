using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Sessions;

/// <summary>Speaks for sessions that are near or due to start.</summary>
internal sealed class SessionHandler(TalksDb db, DeliveryQueue queue) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Session;

    /// <inheritdoc/>
    public bool TellsFollows => true;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations
            .Where(negotiation => ids.Contains(negotiation.Id))
            .Include(negotiation => negotiation.Sessions)
            .AsSplitQuery()
            .ToDictionaryAsync(negotiation => negotiation.Id, token);
        foreach (var moment in due)
        {
            var owner = talks[moment.NegotiationId];
            var session = owner.Sessions.Single(known => known.Id == moment.SubjectId);
            var post = SessionWording.Alert(owner, session, moment.Rung);
            var hearers = owner.Listening.Where(follow => follow.Since <= moment.Due);
            queue.Tell(owner, hearers, new News(DeliveryKind.Session, session.Name, WirePriority.Urgent, moment.Due, post) { Rung = moment.Rung, Cover = session.Cover });
        }
    }
}
