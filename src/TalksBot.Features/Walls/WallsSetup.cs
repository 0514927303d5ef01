using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Features.Pipeline;
using TalksBot.Features.Settings;
using TalksBot.Features.Upkeep;
using TalksBot.Storage;

namespace TalksBot.Features.Walls;

/// <summary>Wires what wallboards show, and the commands that make and take them away.</summary>
internal static class WallsSetup
{
    public static IServiceCollection AddWalls(this IServiceCollection services) => services
        .AddScoped(provider => new WallQuery(provider.GetRequiredService<TalksDb>(), provider.GetRequiredService<RecordParts>(), provider.GetRequiredService<TalksOrder>(), provider.GetRequiredService<DeskHealth>(), provider.GetRequiredService<IOptions<DeskOptions>>()))
        .AddCommand<AddWall>()
        .AddCommand<ListWalls>()
        .AddCommand<RevokeWall>();
}
