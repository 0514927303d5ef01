using Microsoft.Extensions.Logging;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord;

/// <summary>One configured bot and its one client; posting and commanding share it, because limits are per bot.</summary>
internal sealed class DiscordConnection : IDisposable
{
    /// <summary>The platform's name in channel addresses.</summary>
    public const string PlatformName = "discord";

    private readonly HttpClient _http = DiscordRest.NewHttpClient();

    /// <summary>Takes validated options.</summary>
    public DiscordConnection(string name, DiscordOptions options, TimeProvider time, ILoggerFactory logs)
    {
        Key = name;
        Wire = new DiscordWireOptions { Token = new Secret(options.Token), ApiUrl = new Uri(options.ApiUrl) };
        GuildIds = [.. options.GuildIds.Select(guild => Snowflake.TryParse(guild, out var id) ? id : throw new InvalidOperationException("Unvalidated."))];
        Rest = new DiscordRest(_http, Wire, time, logs.CreateLogger<DiscordRest>());
    }

    /// <summary>The key in the configuration, such as <c>main</c>.</summary>
    public string Key { get; }

    /// <summary>The connection's name, such as <c>discord:main</c>.</summary>
    public string Name => $"{PlatformName}:{Key}";

    /// <summary>Address, token and limits, also for the gateway.</summary>
    public DiscordWireOptions Wire { get; }

    /// <summary>The servers that the configuration names; none means the one that gives the claim code.</summary>
    public IReadOnlyList<Snowflake> GuildIds { get; }

    /// <summary>The client.</summary>
    public DiscordRest Rest { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Rest.Dispose();
        _http.Dispose();
    }
}
