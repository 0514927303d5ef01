using TalksBot.Core.Agenda;
using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Alerts;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Deadlines;

/// <summary>Tells whoever hears it of one rung, or that a deadline passed, and plans who is to be called if nobody answers.</summary>
internal sealed class CountdownPosts(DeliveryQueue queue, AlertWatch watch)
{
    /// <summary>Tells of it.</summary>
    /// <param name="talks">The talks with their deadlines and follows.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="moment">The rung.</param>
    /// <param name="words">Who said already that they have seen an alert of the deadline.</param>
    public void Tell(Negotiation talks, Deadline deadline, DueMoment moment, IReadOnlyList<Change> words, Instant now)
    {
        var passes = moment.Rung == Duration.Zero;
        if (passes)
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

        if (moment.Rung <= CountdownPlan.AsksFrom && silent.Exists(follow => follow.Settings.Escalate is not null))
        {
            watch.PlanEscalation(talks, deadline, moment.Rung, Instant.Max(moment.Due, now));
        }
    }

    /// <summary>Of what was told, drops what had been queued before: a cause that was claimed once is never queued again.</summary>
    public Task DropKnownAsync(CancellationToken token) => queue.DropKnownAsync(token);
}
