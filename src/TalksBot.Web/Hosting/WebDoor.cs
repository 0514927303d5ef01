using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TalksBot.Features.Settings;

namespace TalksBot.Web.Hosting;

/// <summary>
/// Listens for browsers. The server behind it is loaded with the first of them, so a desk that nobody looks at pays nothing for it. A port
/// that is taken is waited for, and everything else goes on meanwhile.
/// </summary>
/// <param name="options">Where to listen.</param>
/// <param name="server">The server, made for the first of them.</param>
/// <param name="pace">The clock that is waited by.</param>
/// <param name="log">Says where it listens, or why not.</param>
internal sealed partial class WebDoor(IOptions<WebOptions> options, Lazy<WebServer> server, WebPace pace, ILogger<WebDoor> log) : BackgroundService, IWebAddress
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource<string> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<Socket> _visitors = Channel.CreateBounded<Socket>(WebLimits.WaitingVisitors);

    /// <summary>Ends once it listens, with the address for browsers on this machine.</summary>
    public Task<string> Listening => _listening.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var endPoints = options.Value.ReadUrls();
        var ears = await Task.WhenAll(endPoints.Select(one => BindAsync(one, stoppingToken)));
        try
        {
            var first = (System.Net.IPEndPoint)ears[0].LocalEndPoint!;
            _listening.TrySetResult(new WebEndPoint(first.Address, first.Port).Url);
            var serving = ServeAsync(stoppingToken);
            await Task.WhenAll(ears.Select(ear => AcceptAsync(ear, stoppingToken)));
            await serving;
        }
        finally
        {
            Array.ForEach(ears, ear => ear.Dispose());
        }
    }

    /// <summary>Listens at once, or as soon as whoever is there has gone.</summary>
    private async Task<Socket> BindAsync(WebEndPoint at, CancellationToken token)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var ear = new Socket(at.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                ear.Bind(new System.Net.IPEndPoint(at.Address, at.Port));
                ear.Listen(WebLimits.WaitingVisitors);
                return ear;
            }
            catch (SocketException fault)
            {
                ear.Dispose();
                if (isFirst)
                {
                    NotListening(at.Url, fault.Message);
                }
            }

            await Task.Delay(TryAgain, pace.Real, token);
        }
    }

    private async Task AcceptAsync(Socket ear, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                var visitor = await ear.AcceptAsync(token);
                visitor.NoDelay = true;
                await _visitors.Writer.WriteAsync(visitor, token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // Out of descriptors, or gone again before it was taken: the next one may fare better.
                await Task.Delay(TimeSpan.FromMilliseconds(100), pace.Real, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ServeAsync(CancellationToken token)
    {
        if (!await SomebodyCameAsync(token))
        {
            return;
        }

        var stop = await server.Value.StartAsync(_visitors.Reader, token);
        await Task.Delay(Timeout.InfiniteTimeSpan, pace.Real, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var late = new CancellationTokenSource(StopWithin);
        await stop(late.Token);
    }

    private async Task<bool> SomebodyCameAsync(CancellationToken token)
    {
        try
        {
            return await _visitors.Reader.WaitToReadAsync(token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = $"{{Address}} cannot be listened at ({{Fault}}), so there is no wallboard: free that port, or choose another in {WebOptions.Section}:Urls. Everything else goes on, and it is tried again every few seconds")]
    private partial void NotListening(string address, string fault);
}

/// <summary>Where browsers find the desk.</summary>
public interface IWebAddress
{
    /// <summary>Ends once something listens, with the address for browsers on this machine, such as <c>http://127.0.0.1:8095</c>.</summary>
    Task<string> Listening { get; }
}

/// <summary>How time passes for browsers.</summary>
/// <param name="Real">What timers go by, also where the desk's own clock is simulated.</param>
/// <param name="Rate">How many seconds of the desk's clock pass in a real one.</param>
public sealed record WebPace(TimeProvider Real, double Rate)
{
    /// <summary>How often a screen is told that all is well; it says that it is not when it has heard nothing for several of these.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The desk's clock is the real one.</summary>
    public static WebPace Usual { get; } = new(TimeProvider.System, 1);
}

/// <summary>How much is taken from visitors, so that nobody takes the desk's time.</summary>
internal static class WebLimits
{
    /// <summary>Connections at once: a thousand screens, and as many again that come and go.</summary>
    public const int Connections = 2_000;

    /// <summary>Connections that wait to be taken.</summary>
    public const int WaitingVisitors = 512;

    /// <summary>A request's body, in bytes: nothing here takes a larger one.</summary>
    public const int Body = 16 * 1024;

    /// <summary>The body of what a program reports, in bytes: the longest text that an update may have, however it is written.</summary>
    public const int Report = 64 * 1024;

    /// <summary>A request's headers together, in bytes.</summary>
    public const int Headers = 16 * 1024;

    /// <summary>A request's first line, in bytes.</summary>
    public const int Line = 2 * 1024;

    /// <summary>Requests of a token a minute: fifty screens that all come back at once ask for less.</summary>
    public const int OfToken = 3_000;

    /// <summary>Requests of a program's token a minute.</summary>
    public const int OfProgram = 1_200;

    /// <summary>Requests of a calendar's token a minute: programs ask every few hours, and a newsroom's all at once after an outage.</summary>
    public const int OfCalendar = 120;

    /// <summary>Requests a minute from one address that open nothing.</summary>
    public const int Misses = 60;

    /// <summary>After how many seconds to come back where the database does not answer.</summary>
    public const int SecondsToRecover = 5;

    /// <summary>Questions a minute from one address how the desk is.</summary>
    public const int Questions = 300;
}
