using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;

namespace TalksBot.Chat.Configuration;

/// <summary>A platform's section of the configuration, in which each entry is a connection under its name.</summary>
/// <param name="Platform">The platform's name in addresses, such as <c>discord</c>.</param>
/// <param name="Path">Where the entries stand, such as <c>TalksBot:Platforms:Discord</c>.</param>
/// <param name="Essential">The key without which an entry plays no part, such as <c>Token</c>.</param>
public sealed record PlatformSection(string Platform, string Path, string Essential)
{
    /// <summary>True where people give commands over its connections.</summary>
    public bool TakesCommands { get; init; } = true;

    /// <summary>What of the essential value is the bot's own and stays the same when its secret is changed, or all of it; null where there is no bot.</summary>
    public Func<string, string>? Account { get; init; }

    /// <summary>The names of the connections that play a part.</summary>
    public IReadOnlyList<string> Names(IConfiguration configuration) => [.. Entries(configuration).Select(entry => entry.Key)];

    /// <summary>Adds one platform for each connection, its options bound and validated before anything is sent.</summary>
    /// <typeparam name="TOptions">The options of one connection.</typeparam>
    /// <typeparam name="TValidator">Names their faults.</typeparam>
    /// <typeparam name="TConnection">What speaks over one connection.</typeparam>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The whole configuration, complete by now: it says which connections there are.</param>
    /// <param name="connect">Makes a connection from its name and its options.</param>
    /// <param name="platform">Makes the platform that posts over it.</param>
    /// <param name="needsClaim">True for an entry that a server has to claim; null where no platform's entry does.</param>
    public void AddTo<TOptions, TValidator, TConnection>(
        IServiceCollection services,
        IConfiguration configuration,
        Func<string, TOptions, IServiceProvider, TConnection> connect,
        Func<string, TConnection, IServiceProvider, IPlatform> platform,
        Func<IConfiguration, bool>? needsClaim = null)
        where TOptions : class
        where TValidator : class, IValidateOptions<TOptions>
        where TConnection : class
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, TValidator>());
        foreach (var entry in Entries(configuration))
        {
            var name = entry.Key;
            services.AddOptions<TOptions>(name).Bind(entry).ValidateOnStart();
            services.AddSingleton(new KnownConnection($"{Platform}:{name}") { NeedsClaim = needsClaim?.Invoke(entry) is true, TakesCommands = TakesCommands, Bot = Mark(entry[Essential]!) });
            services.AddKeyedSingleton(name, (provider, _) => connect(name, provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(name), provider));
            services.AddSingleton(provider => provider.GetRequiredKeyedService<TConnection>(name));
            services.AddSingleton(provider => platform(name, provider.GetRequiredKeyedService<TConnection>(name), provider));
        }
    }

    private string Mark(string value) => Account is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Account(value.Trim()))));

    private IEnumerable<IConfigurationSection> Entries(IConfiguration configuration) =>
        configuration.GetSection(Path).GetChildren().Where(entry => !string.IsNullOrWhiteSpace(entry[Essential]));
}
