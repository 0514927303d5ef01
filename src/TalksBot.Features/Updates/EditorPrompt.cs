using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Updates;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Updates;

/// <summary>Keeps the desk told of updates that nobody else may see yet.</summary>
internal sealed class EditorPrompt(TalksDb db, OperationsPosts desk, SecondEditors editors, MessageEditor rewrite)
{
    /// <summary>An update waits: for a flash a second editor is asked.</summary>
    public void Waits(Negotiation talks, Update update, CommandCall call, Instant now)
    {
        if (update.AwaitsApproval)
        {
            var ask = ApprovalWording.Ask(talks, update, call.Caller.Name, now) with { Mention = editors.Of(talks) };
            Tell(talks, update, WirePriority.Flash, ask, now);
        }
    }

    /// <summary>The wait for a second editor ended; the question says how, and its buttons go.</summary>
    public async Task AnsweredAsync(Negotiation talks, Update update, Instant now, CancellationToken token)
    {
        var asked = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.Subject == update.Name && delivery.Kind == DeliveryKind.Alarm
                && delivery.Act == DeliveryAct.Post && delivery.Priority == WirePriority.Flash)
            .ToListAsync(token);
        await rewrite.LoadAsync(asked, token);
        foreach (var question in asked)
        {
            rewrite.Apply(question, ChangeReason.Answered, post => ApprovalWording.Answered(post, talks, update, now), now);
        }
    }

    /// <summary>An embargo ends soon.</summary>
    public void LiftNear(Negotiation talks, Update update, Duration left, Instant due) =>
        Tell(talks, update, WirePriority.Urgent, ApprovalWording.LiftNear(talks, update, left, due), due);

    private void Tell(Negotiation talks, Update update, WirePriority priority, Post post, Instant due) =>
        desk.Tell(talks, new News(DeliveryKind.Alarm, update.Name, priority, due, post) { Revision = talks.Revision });
}
