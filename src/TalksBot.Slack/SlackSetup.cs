using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Posting;

namespace TalksBot.Slack;

/// <summary>Puts Slack into a host.</summary>
public static class SlackSetup
{
    /// <summary>
    /// Adds one platform for each connection that has a bot token. The host brings a <see cref="TimeProvider"/> and an <see cref="IClock"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration, complete by now: it says which connections there are.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>());
        foreach (var name in Connections(configuration))
        {
            services.AddOptions<SlackOptions>(name).Bind(configuration.GetSection($"{SlackOptions.Section}:{name}")).ValidateOnStart();
            services.AddSingleton(new KnownConnection($"{SlackConnection.PlatformName}:{name}"));
            services.AddKeyedSingleton(name, (provider, _) => new SlackConnection(
                name,
                provider.GetRequiredService<IOptionsMonitor<SlackOptions>>().Get(name),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>()));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<SlackConnection>(name));
            services.AddSingleton<IPlatform>(provider => new SlackPlatform(
                provider.GetRequiredKeyedService<SlackConnection>(name),
                provider.GetRequiredService<IClock>(),
                provider.GetService<IButtonIds>(),
                provider.GetService<IPictures>(),
                provider.GetRequiredService<ILogger<SlackPlatform>>()));
        }

        return services;
    }

    /// <summary>The names of the connections that have a bot token.</summary>
    public static IReadOnlyList<string> Connections(IConfiguration configuration) =>
    [
        .. configuration.GetSection(SlackOptions.Section).GetChildren()
            .Where(entry => !string.IsNullOrWhiteSpace(entry[nameof(SlackOptions.BotToken)]))
            .Select(entry => entry.Key),
    ];
}
