using Microsoft.Extensions.Logging;
using TalksBot.Slack.Wire.Limits;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Slack's Web API with its limits kept; one per app and workspace, since limits are per app and workspace.</summary>
public sealed class SlackApi : IDisposable
{
    private readonly RateLimiter _limiter;
    private readonly TokenStandings _tokens;
    private readonly HttpExchanger _exchanger;

    /// <summary>Throws on options that have a fault; ask <see cref="SlackWireOptions.Fault"/> first.</summary>
    public SlackApi(HttpClient http, SlackWireOptions options, TimeProvider time, ILogger<SlackApi> logger)
    {
        if (options.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        _limiter = new(options, time);
        _exchanger = new HttpExchanger(http, options, time);
        _tokens = new(_exchanger, time, logger);
        var transport = new ApiTransport(_exchanger, _limiter, _tokens, options, logger);
        App = new(transport);
        Chat = new(transport);
        Conversations = new(transport);
        Pins = new(transport);
        People = new(transport);
        Views = new(transport);
        Files = new(transport, time);
        Responses = new(transport);
    }

    /// <summary>How far this machine's clock is ahead of Slack's, to about a second; null before an answer told the time.</summary>
    public TimeSpan? ClockAhead => _exchanger.ClockAhead;

    public AppMethods App { get; }

    public ChatMethods Chat { get; }

    public ConversationMethods Conversations { get; }

    public PinMethods Pins { get; }

    public PeopleMethods People { get; }

    public ViewMethods Views { get; }

    public FileMethods Files { get; }

    public ResponseAddresses Responses { get; }

    /// <summary>A client fit for Slack: pooled connections that notice a moved address, no cookies, no redirects.</summary>
    public static HttpClient NewHttpClient() => HttpWire.NewClient();

    /// <summary>Lets go of the limiter's timer; what still waits is never sent.</summary>
    public void Dispose()
    {
        _limiter.Dispose();
        _tokens.Dispose();
    }
}
