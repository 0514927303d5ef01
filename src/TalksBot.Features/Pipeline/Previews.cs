using TalksBot.Core.Channels;
using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;

namespace TalksBot.Features.Pipeline;

/// <summary>What a command would tell other channels, shown before it does: the card once, and who would get it.</summary>
internal static class Previews
{
    private const int MostPosts = 3;

    /// <summary>So many channels are named in the preview itself; more are counted, and named when they are asked for.</summary>
    private const int MostNamed = 3;

    private const int MostListed = 60;

    /// <summary>True where a command, once carried out, most likely ends in a preview.</summary>
    public static bool IsExpected(CommandCall call) => call.Spec.Changes && (call.AsksWhich || (call.Spec.Announces && !call.IsAgreed));

    /// <summary>True where the caller has not agreed yet to tell others, or to what asks first whomever it tells.</summary>
    private static bool IsAsked(CommandCall call, Reply reply) => call.AsksWhich || ((call.Spec.Announces || reply.AsksFirst) && !call.IsAgreed);

    /// <summary>The preview; null when the caller has agreed, or nobody else would be told.</summary>
    /// <param name="call">The command, carried out but not committed.</param>
    /// <param name="reply">What it would answer.</param>
    /// <param name="written">The deliveries it would write.</param>
    public static Reply? Of(CommandCall call, Reply reply, IReadOnlyList<Delivery> written)
    {
        var caused = written.Where(delivery => !delivery.IsSaidFromTheStart && delivery is not { Kind: DeliveryKind.Live, Act: not DeliveryAct.Post }).ToList();
        if (!IsAsked(call, reply) || (!call.AsksWhich && !reply.AsksFirst && caused.All(delivery => delivery.Channel == call.Caller.Channel)))
        {
            return null;
        }

        var channels = caused.Select(delivery => delivery.Channel).Distinct().ToList();
        return call.AsksWhich ? Which(call, channels) : Whole(call, reply, caused, channels);
    }

    private static Reply Whole(CommandCall call, Reply reply, List<Delivery> caused, List<ChannelAddress> channels)
    {
        var edits = caused.Count(delivery => delivery.Act is DeliveryAct.Edit);
        var becomes = caused.All(delivery => delivery.Act is not DeliveryAct.Post);
        var posts = caused.Where(delivery => becomes || delivery.Act is DeliveryAct.Post).GroupBy(delivery => PostText.Write(delivery.Post)).ToList();
        var card = posts.Take(MostPosts).SelectMany(post => Shown(post, call.Caller.Channel.ConnectionName, isOnly: posts.Count == 1)).ToList();
        var shown = card.Select(PostText.Write).ToHashSet(StringComparer.Ordinal);
        return Reply.Preview(new Post(
            channels.Count == 0 ? "Nothing is done yet, and nobody would be told" : $"Nothing is posted yet: this would tell {Counted(channels)}",
            Severity.Notable,
            [
                .. card,
                .. posts.Count > MostPosts ? [new PostPiece.Line($"and {Typography.Count(posts.Count - MostPosts, "other post")}")] : Array.Empty<PostPiece>(),
                .. edits == 0 ? [] : new[] { new PostPiece.Line($"{Typography.Count(edits, "message")} already posted would {(becomes ? "read so" : "be marked")}.") },
                new PostPiece.Section("Then the record reads"),
                new PostPiece.Line(reply.Body.Heading),
                .. reply.Body.Pieces.Where(piece => !shown.Contains(PostText.Write(piece)) && !(piece is PostPiece.Quote && card.Exists(known => known is PostPiece.Quote && known.Account == piece.Account))),
            ])
        {
            Buttons =
            [
                new PostButton("Post", call.AgreedLine),
                new PostButton("Cancel", "/talks cancel"),
                .. !call.Spec.IsFinal && call.Writable.Any() ? [new PostButton("Edit", call.Line) { OpensForm = true }] : Array.Empty<PostButton>(),
                .. channels.Count > MostNamed ? [new PostButton("Which?", call.WhichLine)] : Array.Empty<PostButton>(),
            ],
        });
    }

    /// <summary>The channels by name, those of the reader's own connection first.</summary>
    private static Reply Which(CommandCall call, List<ChannelAddress> channels)
    {
        var inOrder = channels.OrderByDescending(channel => channel.ConnectionName == call.Caller.Channel.ConnectionName).ThenBy(channel => $"{channel}", StringComparer.Ordinal).ToList();
        return Reply.Preview(new Post(
            $"Nothing is posted yet: it goes to {Counted(channels)}",
            Severity.Notable,
            [
                .. inOrder.Take(MostListed).Select(channel => new PostPiece.Line($"{channel}")),
                .. inOrder.Count > MostListed ? [new PostPiece.Line(Typography.More(inOrder.Count - MostListed))] : Array.Empty<PostPiece>(),
            ])
        {
            Buttons = [new PostButton("Post", call.AgreedLine), new PostButton("Cancel", "/talks cancel")],
        });
    }

    /// <summary>As in "30 channels (12 Discord, 18 Slack)".</summary>
    private static string Counted(List<ChannelAddress> channels)
    {
        var platforms = channels.GroupBy(channel => channel.Platform).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var parts = platforms.Count < 2 ? "" : $" ({string.Join(", ", platforms.Select(group => $"{group.Count()} {Typography.Capital(group.Key)}"))})";
        return $"{Typography.Count(channels.Count, "channel")}{parts}";
    }

    private static IEnumerable<PostPiece> Shown(IGrouping<string, Delivery> group, string connection, bool isOnly)
    {
        var post = group.First().Post;
        var channels = group.Select(delivery => delivery.Channel).Distinct().ToList();
        if (channels.Count <= MostNamed)
        {
            var near = channels.Where(channel => channel.ConnectionName == connection).ToList();
            yield return new PostPiece.Audience(near, [.. channels.Except(near)]);
        }
        else if (!isOnly)
        {
            yield return new PostPiece.Section($"To {Typography.Count(channels.Count, "channel")}");
        }

        var (lead, told) = PostTitle.Lead(post);
        yield return new PostPiece.Line(lead) { Weight = PieceWeight.Essential };
        foreach (var piece in PostTitle.Rest(post, told))
        {
            yield return piece;
        }

        if (group.Select(delivery => delivery.Post.Mention).OfType<string>().Distinct().ToList() is { Count: > 0 } mentioned)
        {
            yield return new PostPiece.Field("Mentions", string.Join(", ", mentioned));
        }
    }
}

/// <summary>Drops a preview. There is nothing to drop: a preview keeps nothing.</summary>
internal sealed class CancelPreview : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("cancel", "leave what was previewed; nothing was kept", Role.Reader, []) { Example = "/talks cancel", IsRare = true };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => Task.FromResult(Reply.Answer("Cancelled: nothing was posted and nothing was changed."));
}
