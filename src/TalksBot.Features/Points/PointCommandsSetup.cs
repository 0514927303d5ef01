using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Pipeline;

namespace TalksBot.Features.Points;

/// <summary>Wires the commands about sticking points.</summary>
internal static class PointCommandsSetup
{
    public static IServiceCollection AddPointCommands(this IServiceCollection services) => services
        .AddCommand<AddPoint>()
        .AddCommand<SetPoint>()
        .AddCommand<SettlePoint>()
        .AddCommand<ListPoints>();
}
