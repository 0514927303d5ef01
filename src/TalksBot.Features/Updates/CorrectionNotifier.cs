using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Core.Times;
using TalksBot.Core.Updates;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Updates;

/// <summary>
/// Tells every channel that saw an update, those that have left since included, that it was wrong or is withdrawn; and marks
/// what they saw.
/// </summary>
internal sealed class CorrectionNotifier(DeliveryQueue queue, MessageEditor rewrite)
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
        return TellAsync(talks, update, new Telling(DeliveryKind.Correction, WirePriority.Urgent, now)
        {
            Unseen = Reworded,
            Word = (seen, clock) => CorrectionWording.Correction(talks, update, seen, clock, now),
            Seen = (post, told) => update.IsRelinked
                ? PostMarks.Relinked(post, update.Name, CorrectionWording.See(update, told), update.Link)
                : PostMarks.Corrected(post, update.Name, CorrectionWording.See(update, told)),
        }, token);

        Post Reworded(Delivery waiting) => waiting is { Kind: DeliveryKind.Update } && waiting.Subject == update.Name
            ? UpdateWording.Write(talks, update, ClockOf(talks, waiting), waiting.DueAt) with { Mention = waiting.Post.Mention }
            : PostMarks.Reworded(waiting.Post, update.Name, UpdateWording.Account(update), UpdateListWording.Line(talks, update));
    }

    /// <summary>Tells of a kill. What nobody has seen yet is withdrawn without a word.</summary>
    /// <returns>How many channels are told.</returns>
    public Task<int> KilledAsync(Negotiation talks, Update update, Instant now, CancellationToken token)
    {
        var notice = CorrectionWording.KilledNotice(talks, update);
        return TellAsync(talks, update, new Telling(DeliveryKind.Kill, WirePriority.Bulletin, now)
        {
            Unseen = waiting => PostMarks.Killed(waiting.Post, update.Name, notice),
            Word = (seen, _) => CorrectionWording.Kill(talks, update, seen.Post, now),
            Seen = (post, _) => PostMarks.Killed(post, update.Name, notice),
        }, token);
    }

    private async Task<int> TellAsync(Negotiation talks, Update update, Telling telling, CancellationToken token)
    {
        var showing = await rewrite.ShowingAsync(talks.Slug, update.Name, token);
        await rewrite.LoadAsync(showing, token);
        var channels = showing.Where(delivery => !delivery.IsUnseen).GroupBy(delivery => delivery.Channel).Select(channel => channel.ToList()).ToList();
        foreach (var waiting in showing.Where(delivery => delivery.IsUnseen))
        {
            if (telling.IsKill && waiting.Subject == update.Name)
            {
                rewrite.Withdraw(waiting, "killed before anybody saw it", telling.Now);
            }
            else
            {
                rewrite.Apply(waiting, telling.Reason, _ => telling.Unseen(waiting), telling.Now);
            }
        }

        var words = channels.ConvertAll(shown => Tell(talks, shown, update, SeenIn(shown, update), telling));
        // A strike goes beside the notice, at once, and is the same wherever the post is; the mark of a correction points to it.
        var struck = new Dictionary<Post, Post>(ReferenceEqualityComparer.Instance);
        foreach (var (shown, word) in channels.Zip(words))
        {
            foreach (var delivery in shown)
            {
                rewrite.Apply(delivery, telling.Reason, post => telling.IsKill ? Once(Owned(post, delivery), word) : telling.Seen(Owned(post, delivery), word), telling.Now, after: telling.IsKill ? null : word);
            }
        }

        Post Once(Post post, Delivery word)
        {
            if (!struck.TryGetValue(post, out var says))
            {
                struck.Add(post, says = telling.Seen(post, word));
            }

            return says;
        }

        return channels.Count;
    }

    private Delivery Tell(Negotiation talks, List<Delivery> shown, Update update, SeenWords words, Telling telling)
    {
        var news = new News(telling.Kind, update.Name, telling.Priority, telling.Now, telling.Word(words, ClockOf(talks, shown[0]))) { Revision = talks.Revision };
        return talks.Follows.FirstOrDefault(follow => follow.Id == shown[0].FollowId) is { } follow
            ? queue.Tell(talks, follow, news)
            : queue.Tell(talks, shown[0].Channel, news);
    }

    /// <summary>The words as a channel last saw them, and the post that shows them: revisions may differ from channel to channel.</summary>
    /// <param name="shown">The posts in the channel that show or showed the update, oldest first; not empty.</param>
    /// <param name="update">The update.</param>
    private SeenWords SeenIn(IReadOnlyList<Delivery> shown, Update update)
    {
        var found = new List<(Delivery Message, PostPiece Piece)>();
        foreach (var message in shown)
        {
            var reads = rewrite.Reads(message);
            found.AddRange(reads.Pieces.Where(piece => piece.Account == update.Name && piece is PostPiece.Quote or PostPiece.Line or PostPiece.Struck).Select(piece => (message, piece)));
        }

        // What stands goes before what was struck already, and the news itself before a status or digest that repeats it.
        var (source, words) = found
            .OrderBy(pair => pair.Piece is not PostPiece.Struck)
            .ThenBy(pair => pair.Message.Kind is not (DeliveryKind.Live or DeliveryKind.Digest))
            .LastOrDefault();
        source ??= shown[^1];
        var at = source.SentAt ?? source.DueAt;
        return new SeenWords(
            words switch
            {
                null => PostText.Write(new PostPiece.Quote(update.Revisions is [.., var before] ? before.Text : update.Text, update.Attribution)),
                PostPiece.Struck struck => struck.Text,
                _ => PostText.Write(words),
            },
            source.Kind is DeliveryKind.Live ? Instant.Max(at, update.HeardAt) : at,
            new PostReply(source.Key.Value, source.MessageId));
    }

    private static WallClock ClockOf(Negotiation talks, Delivery delivery) =>
        talks.Follows.FirstOrDefault(follow => follow.Id == delivery.FollowId)?.Settings.Clock ?? talks.ClocksFrom(talks.Zone)[0];

    /// <summary>Posts of earlier versions do not say of which update they tell; their delivery does.</summary>
    private static Post Owned(Post post, Delivery delivery) =>
        post.Own is null && delivery is { Kind: DeliveryKind.Update or DeliveryKind.Correction } ? post with { Own = delivery.Subject } : post;

    /// <summary>What is told of an update, and what becomes of the posts that show it.</summary>
    private sealed record Telling(DeliveryKind Kind, WirePriority Priority, Instant Now)
    {
        /// <summary>What is killed is struck at once; a correction first stands where its marks point to.</summary>
        public bool IsKill => Kind is DeliveryKind.Kill;

        /// <summary>Why the posts that show it change.</summary>
        public ChangeReason Reason => IsKill ? ChangeReason.Killed : ChangeReason.Corrected;

        /// <summary>What a post shall say that nobody has seen yet.</summary>
        public required Func<Delivery, Post> Unseen { get; init; }

        /// <summary>What a channel is told of the words that it saw.</summary>
        public required Func<SeenWords, WallClock, Post> Word { get; init; }

        /// <summary>What becomes of a post that was seen, with the delivery that tells of it.</summary>
        public required Func<Post, Delivery, Post> Seen { get; init; }
    }
}
