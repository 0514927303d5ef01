using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Chat.Commanding;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.HttpMode;

namespace TalksBot.Slack.Commanding;

/// <summary>Takes Slack's signed requests at the address of every connection that has one; nothing unsigned goes further (slack.md §8).</summary>
internal sealed partial class CommandListener(
    IEnumerable<SlackConnection> connections, GuardedHandler handler, SessionSurroundings around) : BackgroundService
{
    /// <summary>Slack's requests are some kilobytes; a form with every field full is below 250 KB (slack.md §9).</summary>
    private const int LargestBody = 1024 * 1024;
    private const int LargestHeaders = 16 * 1024;

    /// <summary>Slack and the proxy before us speak at once; whoever opens a connection and is silent does not hold it for long.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    private readonly CommandBoundary _boundary = new(around.Logs.CreateLogger<CommandBoundary>());
    private readonly ILogger _log = around.Logs.CreateLogger<CommandListener>();

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(connections.Where(connection => connection.Listen is not null).Select(connection => ListenAsync(connection, stoppingToken)));

    private async Task ListenAsync(SlackConnection connection, CancellationToken token)
    {
        var since = await NextSecondAsync(token);
        await using var app = Build(connection, new HttpGate(connection.SigningSecret!, around.Time) { ListensSince = since }, token);
        try
        {
            await app.StartAsync(token);
        }
        catch (IOException fault)
        {
            await around.Alarm.RaiseAsync(TroubleOf(connection, fault), token);
            return;
        }

        Listening(connection.Name, connection.Listen!);
        await Task.Delay(Timeout.InfiniteTimeSpan, around.Time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.StopAsync(CancellationToken.None);
        await _boundary.WhenDone();
    }

    /// <summary>
    /// Listens from the beginning of a second: requests are signed by the second, so none that an earlier run has answered can be taken for
    /// one of this run's.
    /// </summary>
    private async Task<long> NextSecondAsync(CancellationToken token)
    {
        var now = around.Time.GetUtcNow();
        var next = now.ToUnixTimeSeconds() + 1;
        await Task.Delay(DateTimeOffset.FromUnixTimeSeconds(next) - now, around.Time, token);
        return next;
    }

    private WebApplication Build(SlackConnection connection, HttpGate gate, CancellationToken stopping)
    {
        var open = new OpenConnections();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(connection.Listen!.GetLeftPart(UriPartial.Authority)).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxConcurrentConnections = OpenConnections.Most * 2;
            kestrel.Limits.KeepAliveTimeout = LongestSilence;
            kestrel.Limits.RequestHeadersTimeout = LongestSilence;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => context => open.HoldAsync(context, next)));
        });
        var app = builder.Build();
        app.Run(context => TakeAsync(context, (connection, gate, open), stopping));
        return app;
    }

    private async Task TakeAsync(HttpContext context, (SlackConnection Connection, HttpGate Gate, OpenConnections Open) at, CancellationToken stopping)
    {
        var (connection, gate, open) = at;
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        var request = await ReadAsync(context.Request, context.RequestAborted);
        using var busy = open.Busy(context.Connection.Id);
        var verdict = gate.Read(request);
        if (verdict is Rejected rejected)
        {
            TurnedAway(connection.Name, rejected.Reason);
        }

        var payload = verdict is Genuine genuine ? await AnswerAsync(connection, genuine.Content, stopping) : null;
        var reply = HttpReply.Of(verdict, payload);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }

    private static async Task<SignedRequest> ReadAsync(HttpRequest request, CancellationToken token)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, token);
        return new SignedRequest(
            request.Headers["X-Slack-Request-Timestamp"], request.Headers["X-Slack-Signature"], request.ContentType, body.ToArray());
    }

    /// <summary>The response leaves in time, with the answer or without; what is begun goes on.</summary>
    private async Task<AckPayload?> AnswerAsync(SlackConnection connection, Incoming content, CancellationToken stopping)
    {
        var receipt = new HttpReceipt();
        var handling = handler.ReceiveAsync(connection, content, receipt, stopping);
        _boundary.Hold(handling);
        await Task.WhenAny(receipt.Given, handling, Task.Delay(around.Sockets.AckWithin, around.Time, CancellationToken.None));
        await receipt.SendAsync(null);
        return await receipt.Given;
    }

    private static Trouble TroubleOf(SlackConnection connection, IOException fault) => new(
        connection.Name,
        $"{connection.Name} takes no commands: it cannot listen at {connection.Listen} ({fault.Message.TrimEnd('.')}).",
        $"Free that port, or choose another in {connection.Section}:Listen, and start TalksBot again.");

    [LoggerMessage(Level = LogLevel.Information, Message = "{Connection} takes Slack's requests at {Address}")]
    private partial void Listening(string connection, Uri address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} turned a request away: {Reason}")]
    private partial void TurnedAway(string connection, RejectionReason reason);
}
