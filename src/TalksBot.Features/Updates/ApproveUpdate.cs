using TalksBot.Core.Commands;
using TalksBot.Features.Desk;
using TalksBot.Features.Outbox;

namespace TalksBot.Features.Updates;

/// <summary>A second editor approves a flash, and it goes out. Pressing the button is the agreement: the question showed the words.</summary>
internal sealed class ApproveUpdate(AnswerFlash flash, Announce announce) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update approve", "approve a flash that another editor wrote, and send it", Role.Editor, [Parameters.Talks, Parameters.Update])
    {
        Changes = true,
        Example = "/talks update approve us-japan-autos #5",
    };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => flash.RunAsync(
        call,
        (talks, update, stamp) => talks.ApproveFlash(update, stamp),
        (talks, update, now) =>
        {
            announce.ToThoseWhoWant(talks, UpdateReplies.News(talks, update, now));
            return UpdateReplies.Said($"Flash {update.Name} approved and sent", talks, update, note: null, now);
        },
        token);
}
