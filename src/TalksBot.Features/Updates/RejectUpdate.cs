using TalksBot.Core.Commands;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Updates;

/// <summary>An editor rejects a flash; nobody sees it.</summary>
internal sealed class RejectUpdate(AnswerFlash flash) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "update reject", "reject a flash that waits for a second editor", Role.Editor, [Parameters.Talks, Parameters.Update])
    {
        Changes = true,
        Example = "/talks update reject us-japan-autos #5",
    };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => flash.RunAsync(
        call,
        (talks, update, stamp) => talks.RejectFlash(update, stamp),
        (_, update, _) => Reply.Answer($"Flash {update.Name} rejected: nobody sees it"),
        token);
}
