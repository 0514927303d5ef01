using TalksBot.Core.Commands;
using TalksBot.Core.Deliveries;

namespace TalksBot.Features.Deadlines;

/// <summary>Records that a deadline passed and what it demanded was not done.</summary>
internal sealed class LapseDeadline(SettleDeadline settle) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "deadline lapsed", "record that a deadline passed without what it demanded and tell everybody who heard of it", Role.Editor, SettleDeadline.Parameters)
    {
        Changes = true,
        Announces = true,
        Example = "/talks deadline lapsed us-japan-autos D1 note:\"Nothing was signed; the tariffs are in force.\"",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token) => await settle.RunAsync(
        call, (talks, deadline, note, stamp) => talks.LapseDeadline(deadline, note, stamp), WirePriority.Bulletin, token);
}
