using TalksBot.Core.Commands;

namespace TalksBot.Features.Desk;

/// <summary>Drops a preview. There is nothing to drop: a preview keeps nothing.</summary>
internal sealed class CancelPreview : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new("cancel", "leave what was previewed; nothing was kept", Role.Reader, []) { Example = "/talks cancel" };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => Task.FromResult(Reply.Answer("Cancelled: nothing was posted and nothing was changed."));
}
