using Microsoft.EntityFrameworkCore;
using TalksBot.Core.Agenda;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Agenda;
using TalksBot.Features.Alerts;
using TalksBot.Features.Follows;
using TalksBot.Features.Outbox;
using TalksBot.Storage;

namespace TalksBot.Features.Deadlines;

/// <summary>Speaks for countdown rungs and for deadlines that pass.</summary>
internal sealed class CountdownHandler(TalksDb db, DeliveryQueue queue, AlertWatch watch, Acknowledgements acknowledgements, LiveStatus live) : IDueMomentHandler
{
    private static readonly ILookup<Deadline, Change> NoWords = Array.Empty<Change>().ToLookup(_ => (Deadline)null!);

    /// <inheritdoc/>
    public MomentKind Kind => MomentKind.Countdown;

    /// <inheritdoc/>
    public bool TellsFollows => true;

    /// <inheritdoc/>
    public async Task HandleAsync(IReadOnlyList<DueMoment> due, Instant now, CancellationToken token)
    {
        var ids = due.Select(moment => moment.NegotiationId).Distinct().ToList();
        var talks = await db.Negotiations
            .Where(negotiation => ids.Contains(negotiation.Id))
            .Include(negotiation => negotiation.Deadlines)
            .AsSplitQuery()
            .ToDictionaryAsync(negotiation => negotiation.Id, token);
        var words = due.Any(moment => moment.Rung <= CountdownPlan.AsksFrom) ? await acknowledgements.OfAsync(talks.Values, token) : NoWords;
        foreach (var moment in due)
        {
            var owner = talks[moment.NegotiationId];
            var deadline = owner.Deadlines.Single(known => known.Id == moment.SubjectId);
            await TellAsync(owner, deadline, moment, words[deadline].ToList(), now, token);
        }

        await RefreshAsync(due.Where(moment => moment.Rung == Duration.Zero).Select(moment => talks[moment.NegotiationId]), token);
    }

    /// <summary>Tells whoever hears it of one rung, or that the deadline passed, and plans who is to be called if nobody answers.</summary>
    /// <param name="talks">The talks with their deadlines and follows.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="moment">The rung.</param>
    /// <param name="words">Who said already that they have seen an alert of the deadline.</param>
    private async Task TellAsync(Negotiation talks, Deadline deadline, DueMoment moment, IReadOnlyList<Change> words, Instant now, CancellationToken token)
    {
        var passes = moment.Rung == Duration.Zero;
        if (passes && moment.ToldTo == 0)
        {
            talks.PassDeadline(deadline, Stamp.Clock(now));
            watch.PlanNudges(talks, deadline);
        }

        var hearers = talks.Follows.Where(follow => CountdownPlan.Hears(follow, moment.Rung, moment.Due)).ToList();
        var post = passes ? CountdownWording.Passed(talks, deadline) : CountdownWording.Rung(talks, deadline, moment.Rung);
        var kind = passes ? DeliveryKind.DeadlinePassed : DeliveryKind.Countdown;
        var news = new News(kind, deadline.Name, CountdownPriority.Of(moment.Rung), moment.Due, post) { Rung = moment.Rung, Cover = deadline.Cover };

        // Whoever has seen that it nears has not yet seen that it passed.
        var answered = passes ? [] : words.DistinctBy(word => word.Where).ToDictionary(word => word.Where);
        var silent = answered.Count == 0 ? hearers : hearers.FindAll(follow => !answered.ContainsKey(follow.Channel.ToString()));
        queue.Tell(talks, silent, news);
        foreach (var follow in hearers.Except(silent))
        {
            var line = AcknowledgeWording.Line(answered[follow.Channel.ToString()], talks.ClocksFrom(deadline.At.Zone)[0]);
            queue.Tell(talks, follow, news with { Post = PostMarks.Answered(post, line) });
        }

        if (moment.Rung <= CountdownPlan.AsksFrom && silent.Exists(follow => follow.Settings.Escalate is not null)
            && (moment.ToldTo == 0 || !await watch.EscalatesAsync(deadline, moment.Rung, token)))
        {
            watch.PlanEscalation(talks, deadline, moment.Rung, Instant.Max(moment.Due, now));
        }
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
        await queue.DropKnownAsync(token);
        var ids = shown.Select(talks => talks.Id).ToList();
        await db.Negotiations.Where(talks => ids.Contains(talks.Id)).Head().LoadAsync(token);
        foreach (var talks in shown)
        {
            await live.RefreshAsync(talks, token);
        }
    }
}
