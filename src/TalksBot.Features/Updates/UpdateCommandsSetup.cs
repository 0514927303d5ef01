using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Desk;

namespace TalksBot.Features.Updates;

/// <summary>Wires the commands about updates.</summary>
internal static class UpdateCommandsSetup
{
    public static IServiceCollection AddUpdateCommands(this IServiceCollection services) => services
        .AddCommand<AddUpdate>()
        .AddCommand<DisputeUpdate>()
        .AddCommand<ListUpdates>();
}
