using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Agenda;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Sessions;
using TalksBot.Features.Agenda;
using TalksBot.Features.Follows;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Sessions;

/// <summary>Asks the desk about sessions that nobody has reported; one that is waited for no more leaves the live status.</summary>
internal sealed partial class SilenceHandler(TalksDb db, OperationsPosts desk, LiveStatus live, ILogger<SilenceHandler> log) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Silence;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations.Where(negotiation => ids.Contains(negotiation.Id)).Head().ToDictionaryAsync(negotiation => negotiation.Id, token);

        // After downtime two questions about one session may be due; the later one says it all.
        foreach (var moment in due.GroupBy(moment => moment.SubjectId).Select(group => group.MaxBy(moment => moment.Due)!))
        {
            var owner = talks[moment.NegotiationId];
            var session = owner.Sessions.Single(known => known.Id == moment.SubjectId);
            if (session.State is not (SessionState.Planned or SessionState.UnderWay))
            {
                continue;
            }

            var post = SessionWording.Asked(owner, session, moment.Due);
            if (!desk.Tell(owner, new News(DeliveryKind.Alarm, session.Name, WirePriority.Urgent, moment.Due, post)))
            {
                Unreported(owner.Slug, session.Name, post.Title);
            }
        }

        foreach (var owner in talks.Values.Where(owner => owner.Listening.Any(follow => follow.Settings.Live)))
        {
            await live.RefreshAsync(owner, token);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Talks} {Session}: {Heading}")]
    private partial void Unreported(string talks, string session, string heading);
}
