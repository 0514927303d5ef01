using Microsoft.Extensions.Logging;
using TalksBot.Discord.Wire.Limits;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Discord's REST API v10 with its limits kept; one per bot token, since limits are per bot.</summary>
public sealed class DiscordRest : IDisposable
{
    private readonly RateLimiter _limiter;
    private readonly TokenStanding _token;
    private readonly HttpExchanger _exchanger;

    /// <summary>Throws on options that have a fault; ask <see cref="DiscordWireOptions.Fault"/> first.</summary>
    public DiscordRest(HttpClient http, DiscordWireOptions options, TimeProvider time, ILogger<DiscordRest> logger)
    {
        if (options.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(options));
        }

        _limiter = new(options, time);
        _exchanger = new HttpExchanger(http, options, time);
        _token = new(_exchanger, _limiter, time, logger);
        var transport = new RestTransport(_exchanger, _limiter, _token, options, logger);
        Application = new(transport);
        Guilds = new(transport);
        Channels = new(transport);
        Messages = new(transport);
        Pins = new(transport);
        Threads = new(transport);
        Commands = new(transport);
        Interactions = new(transport);
        FollowUps = new(transport);
    }

    /// <summary>How far this machine's clock is ahead of Discord's, to about a second; null before an answer told the time.</summary>
    public TimeSpan? ClockAhead => _exchanger.ClockAhead;

    public ApplicationEndpoints Application { get; }

    public GuildEndpoints Guilds { get; }

    public ChannelEndpoints Channels { get; }

    public MessageEndpoints Messages { get; }

    public PinEndpoints Pins { get; }

    public ThreadEndpoints Threads { get; }

    public CommandEndpoints Commands { get; }

    public InteractionEndpoints Interactions { get; }

    public FollowUpEndpoints FollowUps { get; }

    /// <summary>A client fit for Discord: pooled connections that notice a moved address, no cookies, no redirects.</summary>
    public static HttpClient NewHttpClient() => HttpWire.NewClient();

    /// <summary>Lets go of the limiter's timer; what still waits is never sent.</summary>
    public void Dispose()
    {
        _limiter.Dispose();
        _token.Dispose();
    }
}
