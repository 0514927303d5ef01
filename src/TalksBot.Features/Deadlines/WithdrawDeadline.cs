using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;

namespace TalksBot.Features.Deadlines;

/// <summary>Records that whoever set a deadline took it back.</summary>
internal sealed class WithdrawDeadline(SettleDeadline settle) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline withdraw", "record that a deadline was taken back and tell everybody who heard of it", Role.Editor, SettleDeadline.Parameters)
    {
        Changes = true,
        Announces = true,
        Example = "/talks deadline withdraw us-japan-autos D1 note:\"The President called the tariffs off.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) => await settle.RunAsync(
        call, (talks, deadline, note, stamp) => talks.WithdrawDeadline(deadline, note, stamp), WirePriority.Urgent, token);
}
