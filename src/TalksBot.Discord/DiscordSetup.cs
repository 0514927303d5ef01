using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Posting;

namespace TalksBot.Discord;

/// <summary>Puts Discord into a host.</summary>
public static class DiscordSetup
{
    /// <summary>
    /// Adds one platform for each connection that has a token. The host brings an <see cref="IClock"/> and a
    /// <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration, complete by now: it says which connections there are.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>());
        foreach (var name in Connections(configuration))
        {
            services.AddOptions<DiscordOptions>(name).Bind(configuration.GetSection($"{DiscordOptions.Section}:{name}")).ValidateOnStart();
            services.AddSingleton(new KnownConnection($"{DiscordConnection.PlatformName}:{name}") { NeedsClaim = NamesNoServer(configuration, name) });
            services.AddKeyedSingleton(name, (provider, _) => new DiscordConnection(
                name,
                provider.GetRequiredService<IOptionsMonitor<DiscordOptions>>().Get(name),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILoggerFactory>()));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<DiscordConnection>(name));
            services.AddSingleton<IPlatform>(provider => new DiscordPlatform(
                provider.GetRequiredKeyedService<DiscordConnection>(name),
                provider.GetRequiredService<IClock>(),
                provider.GetService<IButtonIds>(),
                provider.GetService<IPictures>()));
        }

        return services;
    }

    private static bool NamesNoServer(IConfiguration configuration, string name) =>
        !configuration.GetSection($"{DiscordOptions.Section}:{name}:{nameof(DiscordOptions.GuildIds)}").GetChildren().Any();

    /// <summary>The names of the connections that have a token.</summary>
    public static IReadOnlyList<string> Connections(IConfiguration configuration) =>
    [
        .. configuration.GetSection(DiscordOptions.Section).GetChildren()
            .Where(entry => !string.IsNullOrWhiteSpace(entry[nameof(DiscordOptions.Token)]))
            .Select(entry => entry.Key),
    ];
}
