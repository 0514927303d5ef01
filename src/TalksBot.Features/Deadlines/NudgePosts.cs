using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TalksBot.Core.Agenda;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Deadlines;

/// <summary>Asks the desk what came of deadlines that passed, once of each however many questions are due.</summary>
internal sealed partial class NudgePosts(TalksDb db, OperationsPosts desk, ILogger<NudgePosts> log)
{
    /// <summary>Asks of those whose outcome is still unknown and which passed when the question was planned.</summary>
    public async Task AskAsync(IEnumerable<DueMoment> due, CancellationToken token)
    {
        // After downtime two reminders of one deadline may be due; the later one says it all.
        var last = due.GroupBy(moment => moment.SubjectId).Select(group => group.MaxBy(moment => moment.Rung)!).ToList();
        var ids = last.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations
            .Where(negotiation => ids.Contains(negotiation.Id))
            .Include(negotiation => negotiation.Deadlines)
            .ToDictionaryAsync(negotiation => negotiation.Id, token);
        foreach (var moment in last)
        {
            var owner = talks[moment.NegotiationId];
            if (owner.Deadlines.FirstOrDefault(known => known.Id == moment.SubjectId && Waits(known, moment)) is { } deadline)
            {
                Ask(owner, deadline, moment);
            }
        }
    }

    private static bool Waits(Deadline deadline, DueMoment moment) =>
        deadline.State is DeadlineState.PassedUnknown && deadline.At.ToInstant() + moment.Rung == moment.Due;

    private void Ask(Negotiation owner, Deadline deadline, DueMoment moment)
    {
        var post = CountdownWording.Nudge(owner, deadline, moment.Rung);
        if (!desk.Tell(owner, new News(DeliveryKind.Alarm, deadline.Name, WirePriority.Urgent, moment.Due, post)))
        {
            Reminded(owner.Slug, deadline.Name, post.Title);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Talks} {Deadline}: {Heading}")]
    private partial void Reminded(string talks, string deadline, string heading);
}
