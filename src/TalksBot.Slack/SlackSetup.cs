using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TalksBot.Chat.Configuration;
using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Commanding;
using TalksBot.Slack.Posting;

namespace TalksBot.Slack;

/// <summary>Puts Slack into a host.</summary>
public static class SlackSetup
{
    private static readonly PlatformSection Section = new(SlackConnection.PlatformName, SlackOptions.Section, nameof(SlackOptions.BotToken))
    {
        // The team's and the bot's own numbers stand before the last hyphen of a token.
        Account = token => token.Split('-') is { Length: > 3 } parts ? string.Join('-', parts[..3]) : token,
    };

    /// <summary>
    /// Adds one platform for each connection that has a bot token. The host brings a <see cref="TimeProvider"/> and an <see cref="IClock"/>.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration, complete by now: it says which connections there are.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        Section.AddTo<SlackOptions, SlackOptionsValidator, SlackConnection>(
            services,
            configuration,
            (name, options, provider) => new SlackConnection(
                name, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()),
            (_, connection, provider) => new SlackPlatform(
                connection,
                provider.GetRequiredService<IClock>(),
                provider.GetService<PressesAnswered>() is not null,
                provider.GetService<IPictures>(),
                provider.GetRequiredService<ILogger<SlackPlatform>>()));
        services.AddSingleton<IConnectionDiagnostics, SlackDiagnostics>();
        services.AddSingleton<IConnectionDiagnostics, FormsDiagnostics>();
        return services;
    }

    /// <summary>The names of the connections that have a bot token.</summary>
    public static IReadOnlyList<string> Connections(IConfiguration configuration) => Section.Names(configuration);
}
