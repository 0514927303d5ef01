using Microsoft.Extensions.DependencyInjection;
using TalksBot.Storage;

namespace TalksBot.Features.Access;

/// <summary>Wires the tokens of the doors on the web.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddScoped<AccessTokens>()
        .AddScoped(provider => new AccessQuery(provider.GetRequiredService<TalksDb>()));
}
