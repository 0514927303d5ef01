using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TalksBot.Features.Settings;
using TalksBot.Features.Transactions;
using TalksBot.Storage;

namespace TalksBot.Features.Access;

/// <summary>Wires the tokens of the doors on the web.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.AddSingleton<RecordSignal>();
        services.AddScoped<AccessTokens>();
        services.AddScoped<TokenCommands>();
        return services.AddScoped(provider => new AccessQuery(provider.GetRequiredService<TalksDb>()));
    }
}
