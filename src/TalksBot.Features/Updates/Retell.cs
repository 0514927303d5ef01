using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Posts;
using TalksBot.Core.Updates;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Updates;

/// <summary>
/// Tells every channel that saw an update, those that have left since included, that it was wrong or is withdrawn; and marks
/// what they saw.
/// </summary>
internal sealed class Retell(DeliveryQueue queue, Rewrite rewrite)
{
    /// <summary>Who hears of it, as the desk is told.</summary>
    /// <param name="told">How many channels are told.</param>
    public static string Heard(int told) => told switch
    {
        0 => "nobody had seen it, so nobody is told",
        1 => "the one channel that saw it is told",
        _ => $"{Typography.Count(told, "channel")} that saw it are told",
    };

    /// <summary>Tells of a correction.</summary>
    /// <returns>How many channels are told.</returns>
    public Task<int> CorrectedAsync(Negotiation talks, Update update, Instant now, CancellationToken token)
    {
        var news = new News(DeliveryKind.Correction, update.Name, WirePriority.Urgent, now, CorrectionWording.Correction(talks, update, now));
        return TellAsync(
            talks,
            news,
            unseen: post => PostMarks.Reworded(post, update.Name, UpdateWording.Quote(update), UpdateListWording.Line(talks, update)),
            seen: (post, told) => PostMarks.Corrected(post, update.Name, CorrectionWording.See(update, told)),
            token);
    }

    /// <summary>Tells of a kill. What nobody has seen yet is withdrawn without a word.</summary>
    /// <returns>How many channels are told.</returns>
    public Task<int> KilledAsync(Negotiation talks, Update update, Instant now, CancellationToken token)
    {
        var news = new News(DeliveryKind.Kill, update.Name, WirePriority.Bulletin, now, CorrectionWording.Kill(talks, update, now));
        var notice = CorrectionWording.KilledNotice(talks, update);
        return TellAsync(talks, news, post => PostMarks.Killed(post, update.Name, notice), (post, _) => PostMarks.Killed(post, update.Name, notice), token);
    }

    private async Task<int> TellAsync(Negotiation talks, News news, Func<Post, Post> unseen, Func<Post, Delivery, Post> seen, CancellationToken token)
    {
        var showing = await rewrite.ShowingAsync(talks.Slug, news.Subject, token);
        var edits = await rewrite.OfAsync(showing, token);
        var isKill = news.Kind is DeliveryKind.Kill;
        var reason = isKill ? ChangeReason.Killed : ChangeReason.Corrected;
        var shown = showing.Where(delivery => !delivery.IsUnseen).ToList();
        foreach (var waiting in showing.Where(delivery => delivery.IsUnseen))
        {
            if (isKill && waiting.Subject == news.Subject)
            {
                edits.Withdraw(waiting, "killed before anybody saw it", news.DueAt);
            }
            else
            {
                edits.Apply(waiting, reason, unseen, news.DueAt);
            }
        }

        var told = shown.DistinctBy(delivery => delivery.Channel)
            .ToDictionary(delivery => delivery.Channel, delivery => Tell(talks, delivery, news with { Revision = talks.Revision }));
        if (!isKill)
        {
            await rewrite.SaveAsync(token);
        }

        // A strike goes beside the notice, at once; the mark of a correction points to it.
        foreach (var delivery in shown)
        {
            var word = told[delivery.Channel];
            edits.Apply(delivery, reason, post => seen(post, word), news.DueAt, after: isKill ? null : word);
        }

        return told.Count;
    }

    private Delivery Tell(Negotiation talks, Delivery shown, News news) =>
        talks.Follows.FirstOrDefault(follow => follow.Id == shown.FollowId) is { } follow
            ? queue.Tell(talks, follow, news)
            : queue.Tell(talks, shown.Channel, news);
}
