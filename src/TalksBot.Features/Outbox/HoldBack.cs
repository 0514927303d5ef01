using TalksBot.Core.Agenda;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Outbox;

/// <summary>Keeps posts back while their channel sleeps, and plans the moment at which it is told.</summary>
internal sealed class HoldBack(TalksDb db, CommitEffects effects, IClock clock)
{
    private readonly Dictionary<int, HashSet<(int FollowId, Instant End)>> _planned = [];

    /// <summary>Keeps the post back if the channel's quiet hours say so.</summary>
    /// <param name="talks">The talks.</param>
    /// <param name="follow">The channel's follow.</param>
    /// <param name="delivery">The post.</param>
    /// <param name="isOfOther">A database before this one may have kept it back when it was due, and told it since with what else it had kept back.</param>
    public void Consider(Negotiation talks, Follow follow, Delivery delivery, bool isOfOther)
    {
        if (follow.Settings.Quiet is not null
            && QuietRule.HeldUntil(follow.Settings, delivery.Kind, delivery.Priority, isOfOther ? delivery.DueAt : clock.GetCurrentInstant()) is { } end)
        {
            Keep(talks, follow, delivery, end);
        }
    }

    /// <summary>Keeps the post back until then.</summary>
    public void Keep(Negotiation talks, Follow follow, Delivery delivery, Instant end)
    {
        delivery.Hold(end);
        if (Planned(talks).Add((follow.Id, end)))
        {
            db.Moments.Add(new DueMoment(MomentKind.QuietEnd, talks.Id, follow.Id, end, Duration.Zero));
            effects.Planned(MomentKind.QuietEnd, end);
        }
    }

    // Read once for all channels of the talks: a thousand of them may fall asleep over one countdown.
    private HashSet<(int FollowId, Instant End)> Planned(Negotiation talks)
    {
        if (!_planned.TryGetValue(talks.Id, out var planned))
        {
            planned = [.. db.Moments
                .Where(moment => moment.NegotiationId == talks.Id && moment.State == MomentState.Open && moment.Kind == MomentKind.QuietEnd)
                .Select(moment => new ValueTuple<int, Instant>(moment.SubjectId, moment.Due))];
            _planned.Add(talks.Id, planned);
        }

        return planned;
    }
}
