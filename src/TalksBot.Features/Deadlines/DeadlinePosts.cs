using TalksBot.Core.Countdowns;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;
using TalksBot.Features.Alerts;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Deadlines;

/// <summary>Tells everybody who heard of a deadline what became of it, and answers the messages that ask.</summary>
internal sealed class DeadlinePosts(OutcomeQuestions questions, FollowerNotifier announce)
{
    /// <summary>It falls at another time.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="before">When it fell before.</param>
    /// <param name="why">Why, and by whose word.</param>
    /// <param name="stamp">Who recorded it, where and when.</param>
    public async Task MovedAsync(Negotiation talks, Deadline deadline, CivilTime before, MoveReason why, Stamp stamp, CancellationToken token)
    {
        var post = CountdownWording.Moved(talks, deadline, before, why, stamp);
        await TellAsync(talks, deadline, new News(DeliveryKind.DeadlineMoved, deadline.Name, WirePriority.Urgent, stamp.At, post), token);
    }

    /// <summary>It is met, has lapsed, or was taken back.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="note">What was said with it; empty for nothing.</param>
    /// <param name="cancelled">The alerts that will not come any more.</param>
    /// <param name="told">How urgent that is, and when it was recorded.</param>
    public async Task SettledAsync(Negotiation talks, Deadline deadline, string note, IReadOnlyCollection<Duration> cancelled, (WirePriority Priority, Instant At) told, CancellationToken token)
    {
        var post = CountdownWording.Settled(talks, deadline, note, cancelled, told.At);
        await TellAsync(talks, deadline, new News(DeliveryKind.Outcome, deadline.Name, told.Priority, told.At, post), token);
    }

    private async Task TellAsync(Negotiation talks, Deadline deadline, News news, CancellationToken token)
    {
        await questions.AnswerAsync(talks, deadline, news.Post, news.DueAt, token);
        await announce.ToAllWhoHeardAsync(talks, news, token);
    }
}
