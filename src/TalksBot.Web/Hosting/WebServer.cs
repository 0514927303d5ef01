using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TalksBot.Features.Views;

namespace TalksBot.Web.Hosting;

/// <summary>
/// What answers browsers. It logs nothing of its own, for the path of a request holds a token; the boundary where a request's bugs stop
/// names the route instead.
/// </summary>
internal sealed partial class WebServer(IEnumerable<IWebRoutes> routes, ILogger<WebServer> log)
{
    /// <summary>Whoever opens a connection and says nothing is not waited for longer.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(75);

    /// <summary>Starts it.</summary>
    /// <param name="visitors">Those who came, and will come.</param>
    /// <param name="stopping">Ends what goes on for as long as a screen looks.</param>
    /// <returns>What stops it; no type of the server's, which would be loaded by whoever only waits.</returns>
    public async Task<Func<CancellationToken, Task>> StartAsync(ChannelReader<Socket> visitors, CancellationToken stopping)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Limit);
        builder.Services.AddSingleton<IConnectionListenerFactory>(new HandedConnections(visitors));
        builder.Services.AddRoutingCore();

        // Signals are the worker's own affair.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var app = builder.Build();
        app.Use(GuardAsync);
        foreach (var some in routes)
        {
            some.Map(app, stopping);
        }

        await app.StartAsync(CancellationToken.None);
        return async token =>
        {
            await app.StopAsync(token);
            await app.DisposeAsync();
        };
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Listen(new IPEndPoint(IPAddress.Loopback, 0), endPoint => endPoint.Protocols = HttpProtocols.Http1);
        kestrel.Limits.MaxConcurrentConnections = WebLimits.Connections;
        kestrel.Limits.MaxRequestBodySize = WebLimits.Body;
        kestrel.Limits.MaxRequestHeadersTotalSize = WebLimits.Headers;
        kestrel.Limits.MaxRequestLineSize = WebLimits.Line;
        kestrel.Limits.RequestHeadersTimeout = LongestSilence;
        kestrel.Limits.KeepAliveTimeout = KeepAlive;
    }

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        WebHeaders.Set(context.Response);
        try
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, HasStarted: false, ContentLength: null })
            {
                await WebAnswers.NothingAsync(context);
            }
        }
        catch (Exception fault) when (context.RequestAborted.IsCancellationRequested || fault is Microsoft.AspNetCore.Http.BadHttpRequestException)
        {
            // Whoever asked has gone, or what they sent was no request: there is nobody to answer, and nothing to mend here.
        }
        catch (Exception fault) when (ViewTrouble.Explain(fault) is { } sentence && !context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = $"{WebLimits.SecondsToRecover}";
            await WebAnswers.SayAsync(context, StatusCodes.Status503ServiceUnavailable, sentence);
        }
#pragma warning disable CA1031 // The boundary of a request: its bug is logged without the path, which may hold a token, and ends with it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(context.GetEndpoint()?.DisplayName ?? "none", fault);
            if (!context.Response.HasStarted)
            {
                await WebAnswers.SayAsync(context, StatusCodes.Status500InternalServerError, "Something went wrong here; TalksBot's log says what.");
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request of {Route} failed")]
    private partial void Failed(string route, Exception fault);

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Something that browsers may ask for.</summary>
internal interface IWebRoutes
{
    /// <summary>Adds its routes.</summary>
    /// <param name="routes">The server's.</param>
    /// <param name="stopping">Ends what goes on for as long as somebody looks.</param>
    void Map(IEndpointRouteBuilder routes, CancellationToken stopping);
}

/// <summary>What every answer says to browsers and to whatever stands between.</summary>
internal static class WebHeaders
{
    /// <summary>Nothing but the page's own files may be loaded, and nothing from elsewhere ever.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    /// <summary>Sets them.</summary>
    public static void Set(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
    }
}

/// <summary>Answers in a sentence; programs get it as JSON.</summary>
internal static class WebAnswers
{
    private const string ForPrograms = "/api";

    /// <summary>Says it.</summary>
    public static Task SayAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        if (context.Request.Path.StartsWithSegments(ForPrograms, StringComparison.Ordinal))
        {
            context.Response.ContentType = Problem.MediaType;
            return context.Response.WriteAsync(JsonSerializer.Serialize(Problem.Of(status, sentence), JsonSerializerOptions.Web), context.RequestAborted);
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{sentence}\n", context.RequestAborted);
    }

    /// <summary>Nothing is there, whatever it was that was asked for.</summary>
    public static Task NothingAsync(HttpContext context) => SayAsync(
        context, context.Response.StatusCode, context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed ? "That is not done here; the header Allow says what is." : "There is nothing here.");

    /// <summary>Too much was asked.</summary>
    public static Task TooManyAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "60";
        return SayAsync(context, StatusCodes.Status429TooManyRequests, "Too much was asked for; come back in a minute.");
    }
}

/// <summary>Why something was refused (RFC 9457).</summary>
/// <param name="Type">Always <c>about:blank</c>: the status says what sort of refusal it is.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The status.</param>
/// <param name="Detail">What is wrong and what to do, in a sentence.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail)
{
    /// <summary>How its JSON is called.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The field or parameter that it is about; left out where it is about none alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>A refusal.</summary>
    public static Problem Of(int status, string sentence) => new("about:blank", ReasonPhrases.GetReasonPhrase(status), status, sentence);
}
