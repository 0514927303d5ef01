using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;
using TalksBot.Core.Posts;

namespace TalksBot.Features.Desk;

/// <summary>What a command would tell other channels, shown before it does.</summary>
internal static class Previews
{
    private const int MostPosts = 3;
    private const int MostNear = 10;

    /// <summary>The preview; null when the caller has agreed, or nobody else would be told.</summary>
    /// <param name="call">The command, carried out but not committed.</param>
    /// <param name="reply">What it would answer.</param>
    /// <param name="written">The deliveries it would write.</param>
    public static Reply? Of(CommandCall call, Reply reply, IReadOnlyList<Delivery> written)
    {
        var caused = written.Where(delivery => !delivery.IsSaidFromTheStart && delivery is not { Kind: DeliveryKind.Live, Act: not DeliveryAct.Post }).ToList();
        if (!call.Spec.Announces || call.IsAgreed || caused.All(delivery => delivery.Channel == call.Caller.Channel))
        {
            return null;
        }

        var posts = caused.Where(delivery => delivery.Act is DeliveryAct.Post).GroupBy(delivery => PostText.Write(delivery.Post)).ToList();
        var edits = caused.Count(delivery => delivery.Act is DeliveryAct.Edit);
        return Reply.Preview(new Post(
            $"Nothing is posted yet: this would tell {Typography.Count(caused.Select(delivery => delivery.Channel).Distinct().Count(), "channel")}",
            Severity.Notable,
            [
                .. posts.Take(MostPosts).SelectMany(post => Shown(post, call.Caller.Channel.ConnectionName)),
                .. posts.Count > MostPosts ? [new PostPiece.Line($"and {Typography.Count(posts.Count - MostPosts, "other post")}")] : Array.Empty<PostPiece>(),
                .. edits == 0 ? [] : new[] { new PostPiece.Line($"{Typography.Count(edits, "message")} already posted would be marked.") },
                new PostPiece.Section("Then the record reads"),
                new PostPiece.Line(reply.Body.Heading),
                .. reply.Body.Pieces,
            ])
        {
            Buttons = [new PostButton("Post", call.AgreedLine), new PostButton("Cancel", "/talks cancel")],
        });
    }

    private static IEnumerable<PostPiece> Shown(IGrouping<string, Delivery> group, string connection)
    {
        var post = group.First().Post;
        var channels = group.Select(delivery => delivery.Channel).Distinct().ToList();
        var near = channels.Where(channel => channel.ConnectionName == connection).Take(MostNear).ToList();
        yield return new PostPiece.Audience(near, [.. channels.Except(near)]);
        yield return new PostPiece.Line(post.Heading);
        foreach (var piece in post.Pieces)
        {
            yield return piece;
        }

        if (group.Select(delivery => delivery.Post.Mention).OfType<string>().Distinct().ToList() is { Count: > 0 } mentioned)
        {
            yield return new PostPiece.Field("Mentions", string.Join(", ", mentioned));
        }
    }
}
