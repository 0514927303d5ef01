using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Chat.Configuration;
using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Posting;

namespace TalksBot.Discord;

/// <summary>Puts Discord into a host.</summary>
public static class DiscordSetup
{
    private static readonly PlatformSection Section = new(DiscordConnection.PlatformName, DiscordOptions.Section, nameof(DiscordOptions.Token))
    {
        // Before the first point of a token stands the bot's own number.
        Account = token => token.Split('.')[0],
    };

    /// <summary>
    /// Adds one platform for each connection that has a token. The host brings an <see cref="IClock"/> and a
    /// <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration, complete by now: it says which connections there are.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        Section.AddTo<DiscordOptions, DiscordOptionsValidator, DiscordConnection>(
            services,
            configuration,
            (name, options, provider) => new DiscordConnection(
                name, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()),
            (_, connection, provider) => new DiscordPlatform(
                connection, provider.GetRequiredService<IClock>(), provider.GetService<PressesAnswered>() is not null, provider.GetService<IPictures>()),
            needsClaim: entry => !entry.GetSection(nameof(DiscordOptions.GuildIds)).GetChildren().Any());
        services.AddSingleton<IInvitations, DiscordInvitations>();
        services.AddSingleton<IConnectionDiagnostics, DiscordDiagnostics>();
        return services;
    }

    /// <summary>The names of the connections that have a token.</summary>
    public static IReadOnlyList<string> Connections(IConfiguration configuration) => Section.Names(configuration);
}
