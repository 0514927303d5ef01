using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;

namespace TalksBot.Features.Deadlines;

/// <summary>Records that what a deadline demanded was done.</summary>
internal sealed class MeetDeadline(SettleDeadline settle) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline met", "record that a deadline was met and tell everybody who heard of it", Role.Editor, SettleDeadline.Parameters)
    {
        Changes = true,
        Announces = true,
        Example = "/talks deadline met us-japan-autos D1 note:\"Both sides signed at 18:00.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) => await settle.RunAsync(
        call, (talks, deadline, note, stamp) => talks.MeetDeadline(deadline, note, stamp), WirePriority.Bulletin, token);
}
