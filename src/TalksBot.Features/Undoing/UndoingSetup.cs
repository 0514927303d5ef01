using Microsoft.Extensions.DependencyInjection;

namespace TalksBot.Features.Undoing;

/// <summary>Wires what keeps commands so that they can be taken back, and takes them back.</summary>
internal static class UndoingSetup
{
    public static IServiceCollection AddUndoing(this IServiceCollection services) => services
        .AddScoped<FindAct>()
        .AddScoped<UndoPosts>()
        .AddScoped<UndoTalks>()
        .AddScoped<UndoRole>()
        .AddScoped<UndoPeople>();
}
