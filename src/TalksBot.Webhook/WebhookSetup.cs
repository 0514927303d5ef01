using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalksBot.Chat.Configuration;

namespace TalksBot.Webhook;

/// <summary>Puts receivers of events into a host.</summary>
public static class WebhookSetup
{
    private static readonly PlatformSection Section = new(WebhookPlatform.PlatformName, WebhookOptions.Section, nameof(WebhookOptions.Url)) { TakesCommands = false };

    /// <summary>Adds one platform for each connection that has an address.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration, complete by now: it says which connections there are.</param>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        Section.AddTo<WebhookOptions, WebhookOptionsValidator, WebhookSender>(
            services,
            configuration,
            (_, options, provider) => new WebhookSender(options, provider.GetRequiredService<IClock>()),
            (name, sender, provider) => new WebhookPlatform(name, sender, provider.GetRequiredService<IClock>()));
        return services;
    }
}
