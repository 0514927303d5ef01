using Microsoft.Extensions.DependencyInjection;
using TalksBot.Features.Pipeline;

namespace TalksBot.Features.Follows;

/// <summary>Wires the commands about who is told.</summary>
internal static class FollowCommandsSetup
{
    public static IServiceCollection AddFollowCommands(this IServiceCollection services) => services
        .AddCommand<AddFollow>()
        .AddCommand<RemoveFollow>()
        .AddCommand<SetFollow>()
        .AddCommand<ShowFollows>();
}
