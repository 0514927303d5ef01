using Microsoft.Extensions.Logging;
using TalksBot.Slack.Wire;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack;

/// <summary>One configured app and its one client; posting and commanding share it, because limits are per app and workspace.</summary>
internal sealed class SlackConnection : IDisposable
{
    /// <summary>The platform's name in channel addresses.</summary>
    public const string PlatformName = "slack";

    private readonly HttpClient _http = SlackApi.NewHttpClient();
    private Identity? _identity;

    /// <summary>Takes validated options.</summary>
    public SlackConnection(string name, SlackOptions options, TimeProvider time, ILoggerFactory logs)
    {
        Key = name;
        Wire = new SlackWireOptions
        {
            BotToken = new Secret(options.BotToken),
            AppToken = options.AppToken.Length > 0 ? new Secret(options.AppToken) : null,
            ApiUrl = new Uri(options.ApiUrl.TrimEnd('/') + "/"),
        };
        SigningSecret = options.SigningSecret.Length > 0 ? new Secret(options.SigningSecret) : null;
        Listen = options.Listen.Length > 0 ? new Uri(options.Listen) : null;
        Api = new SlackApi(_http, Wire, time, logs.CreateLogger<SlackApi>());
    }

    /// <summary>The key in the configuration, such as <c>main</c>.</summary>
    public string Key { get; }

    /// <summary>The connection's name, such as <c>slack:main</c>.</summary>
    public string Name => $"{PlatformName}:{Key}";

    /// <summary>Where this connection stands in the configuration, such as <c>TalksBot:Platforms:Slack:main</c>.</summary>
    public string Section => $"{SlackOptions.Section}:{Key}";

    /// <summary>Address, tokens and limits, also for the sockets.</summary>
    public SlackWireOptions Wire { get; }

    /// <summary>What Slack signs its requests with; null where it sends none.</summary>
    public Secret? SigningSecret { get; }

    /// <summary>Where Slack's signed requests arrive; null where they do not come over HTTP.</summary>
    public Uri? Listen { get; }

    /// <summary>People can command the bot and press its buttons; without an app token and an address to listen at it only posts.</summary>
    public bool HearsPeople => Wire.AppToken is not null || Listen is not null;

    /// <summary>The client.</summary>
    public SlackApi Api { get; }

    /// <summary>Whom the bot token belongs to and in which workspace; Slack is asked until it has said so once.</summary>
    public async Task<SlackAnswer<Identity>> WhoAsync(CancellationToken token)
    {
        if (_identity is { } known)
        {
            return new Answered<Identity>(known);
        }

        var answer = await Api.App.TestAsync(token);
        _identity = answer is Answered<Identity>(var identity) ? identity : null;
        return answer;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Api.Dispose();
        _http.Dispose();
    }
}
