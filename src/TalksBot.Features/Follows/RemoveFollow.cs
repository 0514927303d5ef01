using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Features.Commands;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Follows;

/// <summary>A channel does not follow talks any more; what still waits for it is withdrawn.</summary>
internal sealed class RemoveFollow(RecordLookup find, MessageEditor rewrite, IClock clock) : IDeclaredCommand
{
    /// <summary>What a channel is owed for what it was told before.</summary>
    private static readonly DeliveryKind[] StillTold =
        [DeliveryKind.DeadlineMoved, DeliveryKind.Reworded, DeliveryKind.Outcome, DeliveryKind.Correction, DeliveryKind.Kill, DeliveryKind.Undone];

    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "follow remove", "tell a channel no more of the talks", Role.Chief, [Parameters.Talks, FollowInput.Channel])
    {
        Changes = true,
        Example = "/talks follow remove us-japan-autos channel:slack:main/C0123",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        if (!(await find.TalksAsync(call, token)).Is(out var talks, out var refusal)
            || !FollowInput.FollowOf(call, talks).Is(out var follow, out refusal))
        {
            return refusal;
        }

        talks.RemoveFollow(follow, call.Stamp(now));
        await rewrite.WithdrawFromAsync(follow.Id, StillTold, "the channel does not follow any more", now, token);
        return Reply.Answer(
            $"{follow.Channel} follows {talks.Title} no more",
            new PostPiece.Line("If it was alerted to a deadline, it is still told when that deadline moves or ends."));
    }
}
