using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Commands;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Times;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Deadlines;

/// <summary>The desk is asked later what came of a deadline; until then it is not asked at all.</summary>
internal sealed class SnoozeNudge(RecordLookup find, TalksDb db, CommitEffects effects, MessageEditor rewrite, IClock clock) : IDeclaredCommand
{
    private static readonly ParameterSpec Span = new("span", ParameterKind.Span, $"how much later, up to {DurationText.Write(CountdownPlan.LongestSnooze)}; {DurationText.Write(CountdownPlan.Snooze)} when left out");

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "snooze", "be asked later what came of a deadline that passed", Role.Editor, [Parameters.Talks, Parameters.Deadline, Span])
    {
        Changes = true,
        IsFinal = true,
        IsRare = true,
        Example = "/talks snooze us-japan-autos D1 1h",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal) || !RecordLookup.Deadline(call, talks).Is(out var deadline, out refusal))
        {
            return refusal;
        }

        var span = CountdownPlan.Snooze;
        if (call.Find(Span.Name) is { } typed && (!DurationText.TryParse(typed, out span) || span < Duration.FromMinutes(1) || span > CountdownPlan.LongestSnooze))
        {
            return Reply.Refuse($"“{Echo.Of(typed)}” is no length of time from a minute to {TimeWording.Span(CountdownPlan.LongestSnooze)}; write 30m, 1h or 6h.");
        }

        var again = now + span;
        if (talks.SnoozeDeadline(deadline, again, call.Stamp(now)) is { } fault)
        {
            return Reply.Refuse(fault);
        }

        await PlanAsync(talks, deadline, again, token);
        var line = CountdownWording.SnoozeLine(talks, deadline, again, call.Caller.Name);
        await TellAsync(talks, deadline, line, now, token);
        return Reply.Answer($"{deadline.Name} · {talks.Title}: {deadline.Label}", new Core.Posts.PostPiece.Line(line));
    }

    /// <summary>Only the latest wish counts.</summary>
    private async Task PlanAsync(Negotiation talks, Deadline deadline, Instant again, CancellationToken token)
    {
        var earlier = await db.Moments
            .Where(moment => moment.Kind == MomentKind.Snooze && moment.State == MomentState.Open && moment.SubjectId == deadline.Id)
            .ToListAsync(token);
        earlier.ForEach(moment => moment.Cancel());
        db.Moments.Add(new DueMoment(MomentKind.Snooze, talks.Id, deadline.Id, again, again - deadline.At.ToInstant()));
        effects.Planned(MomentKind.Snooze, again);
    }

    /// <summary>Whoever reads the question sees that somebody put it off.</summary>
    private async Task TellAsync(Negotiation talks, Deadline deadline, string line, Instant now, CancellationToken token)
    {
        var asked = await db.Deliveries
            .Where(delivery => delivery.Talks == talks.Slug && delivery.Subject == deadline.Name && delivery.Kind == DeliveryKind.Alarm && delivery.Act == DeliveryAct.Post
                && (delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Sending || delivery.State == DeliveryState.Pending))
            .ToListAsync(token);
        var waiting = asked.FindAll(delivery => CountdownWording.CanWait(delivery.Post));
        await rewrite.LoadAsync(waiting, token);
        foreach (var nudge in waiting)
        {
            rewrite.Apply(nudge, ChangeReason.Answered, shown => CountdownWording.Snoozed(shown, line), now);
        }
    }
}
