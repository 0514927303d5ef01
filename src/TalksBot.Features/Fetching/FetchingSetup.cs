using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Features.Settings;

namespace TalksBot.Features.Fetching;

/// <summary>Wires what reads from the web.</summary>
internal static class FetchingSetup
{
    public static IServiceCollection AddFetching(this IServiceCollection services)
    {
        services.AddOptions<FetchOptions>().BindConfiguration(FetchOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchOptions>, FetchOptionsValidator>();
        services.AddSingleton<WebClients>();
        services.AddSingleton<HostTurns>();
        return services.AddSingleton<WebReader>();
    }
}
