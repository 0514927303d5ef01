using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;

namespace TalksBot.Webhook;

/// <summary>Puts receivers of events into a host.</summary>
public static class WebhookSetup
{
    /// <summary>Adds one platform for each connection that has an address.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration, complete by now: it says which connections there are.</param>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>());
        var entries = configuration.GetSection(WebhookOptions.Section).GetChildren().Where(entry => !string.IsNullOrWhiteSpace(entry[nameof(WebhookOptions.Url)]));
        foreach (var entry in entries)
        {
            var name = entry.Key;
            services.AddOptions<WebhookOptions>(name).Bind(entry).ValidateOnStart();
            services.AddSingleton(new KnownConnection($"{WebhookPlatform.PlatformName}:{name}"));
            services.AddKeyedSingleton(name, (provider, _) => new WebhookSender(
                provider.GetRequiredService<IOptionsMonitor<WebhookOptions>>().Get(name), provider.GetRequiredService<IClock>()));
            services.AddSingleton<IPlatform>(provider => new WebhookPlatform(
                name, provider.GetRequiredKeyedService<WebhookSender>(name), provider.GetRequiredService<IClock>()));
        }

        return services;
    }
}
