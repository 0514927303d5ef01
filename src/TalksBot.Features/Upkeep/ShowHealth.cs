using Microsoft.Extensions.Options;
using TalksBot.Core.Commands;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Upkeep;

/// <summary>Shows how the desk itself is.</summary>
internal sealed class ShowHealth(DeskHealth health, IOptions<DeskOptions> desk, IClock clock) : IDeclaredCommand
{
    /// <inheritdoc/>
    public static CommandSpec Spec { get; } = new(
        "health", "show how the desk itself is: connections, what waits, the last copy, the disk", Role.Editor, [])
    {
        IsRare = true,
        Example = "/talks health",
    };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        var found = await health.ReadAsync(clock.GetCurrentInstant(), token);
        return Reply.Answer(HealthWording.Of(found, desk.Value.HomeClock)) with { TellsOfTrouble = !found.IsWell };
    }
}
