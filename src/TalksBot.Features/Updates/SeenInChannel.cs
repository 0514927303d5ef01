using TalksBot.Core.Deliveries;
using TalksBot.Core.Negotiations;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Updates;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Updates;

/// <summary>Finds how an update stands in one channel: revisions may differ from channel to channel.</summary>
internal static class SeenInChannel
{
    /// <summary>The words as the channel last saw them, and the post that shows them.</summary>
    /// <param name="shown">The posts in the channel that show or showed the update, oldest first; not empty.</param>
    /// <param name="update">The update.</param>
    /// <param name="edits">What the posts will say once everything under way has arrived.</param>
    public static SeenWords Of(IReadOnlyList<Delivery> shown, Update update, MessageEdits edits)
    {
        var found = new List<(Delivery Message, PostPiece Piece)>();
        foreach (var message in shown)
        {
            var reads = edits.Reads(message);
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
}
