using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Agenda;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Agenda;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Deadlines;

/// <summary>Reminds the desk that a passed deadline still has no outcome.</summary>
internal sealed partial class NudgeHandler(TalksDb db, OperationsPosts desk, ILogger<NudgeHandler> log) : IDueMomentHandler
{
    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Nudge;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations
            .Where(negotiation => ids.Contains(negotiation.Id))
            .Include(negotiation => negotiation.Deadlines)
            .ToDictionaryAsync(negotiation => negotiation.Id, token);

        // After downtime two reminders of one deadline may be due; the later one says it all.
        foreach (var moment in due.GroupBy(moment => moment.SubjectId).Select(group => group.MaxBy(moment => moment.Rung)!))
        {
            var owner = talks[moment.NegotiationId];
            var deadline = owner.Deadlines.Single(known => known.Id == moment.SubjectId);
            var post = CountdownWording.Nudge(owner, deadline, moment.Rung);
            if (!desk.Tell(owner, new News(DeliveryKind.Alarm, deadline.Name, WirePriority.Urgent, moment.Due, post)))
            {
                Reminded(owner.Slug, deadline.Name, post.Title);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Talks} {Deadline}: {Heading}")]
    private partial void Reminded(string talks, string deadline, string heading);
}
