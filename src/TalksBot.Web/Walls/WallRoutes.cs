using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using TalksBot.Core.Access;
using TalksBot.Features.Access;
using TalksBot.Web.Hosting;

namespace TalksBot.Web.Walls;

/// <summary>The wall's page, its stream, and the server's clock.</summary>
internal sealed class WallRoutes(Visitors visitors, WallFeed feed, WallAssets assets, IClock clock, WebPace pace) : IWebRoutes
{
    /// <summary>Says to a page whether its token opens a wall, or opens nothing any more; what a proxy answers by itself says neither.</summary>
    private const string Standing = "X-TalksBot-Wall";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes, CancellationToken stopping)
    {
        routes.MapGet("/assets/{version}/{name}", assets.SendAsync).WithDisplayName("assets");
        routes.MapGet("/wall/{secret}", context => AtAsync(context, SendPageAsync)).WithDisplayName("wall");
        routes.MapGet("/wall/{secret}/time", context => AtAsync(context, SendTimeAsync)).WithDisplayName("wall/time");
        routes.MapGet("/wall/{secret}/stream", context => AtAsync(context, (known, door) => StreamAsync(known, door, stopping))).WithDisplayName("wall/stream");
    }

    private async Task AtAsync(HttpContext context, Func<HttpContext, OpenDoor, Task> answer)
    {
        context.Response.OnStarting(() =>
        {
            // Whoever was asked too much, or cannot read the record just now, knows nothing of the wall.
            if (context.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status200OK)
            {
                context.Response.Headers[Standing] = context.Response.StatusCode is StatusCodes.Status200OK ? "here" : "gone";
            }

            return Task.CompletedTask;
        });
        if (await visitors.LetInAsync(context, AccessKind.Wall, context.Request.RouteValues["secret"] as string) is { } door)
        {
            await answer(context, door);
        }
    }

    private async Task SendPageAsync(HttpContext context, OpenDoor door)
    {
        var frame = await feed.ReadAsync(door.Scope.Talks, context.RequestAborted);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(new WallPage(assets).Write(frame, clock.GetCurrentInstant(), WallTheme.Read(context.Request.Query["theme"])), context.RequestAborted);
    }

    private Task SendTimeAsync(HttpContext context, OpenDoor door)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Now(), context.RequestAborted);
    }

    private string Now() => string.Create(CultureInfo.InvariantCulture, $"{{\"t\":{clock.GetCurrentInstant().ToUnixTimeMilliseconds()},\"rate\":{pace.Rate},\"assets\":\"{assets.Version}\"}}");

    /// <summary>
    /// Tells a screen what it shows whenever that changes, and beats in between: as events with a name, for a browser hands on no comment. It
    /// ends when the token holds no more, and when the program stops.
    /// </summary>
    private async Task StreamAsync(HttpContext context, OpenDoor door, CancellationToken stopping)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        using var looking = feed.Look(door.Scope.Talks);
        var shown = "";
        try
        {
            await SayAsync(context, "retry: 2000\n\n", ends.Token);
            while (true)
            {
                var told = looking.Room.Last;
                if (told.News is { } news)
                {
                    if (door != OwnWall.Door && !news.Holding.Contains(door.Token))
                    {
                        await SayAsync(context, "event: gone\ndata: {}\n\n", ends.Token);
                        return;
                    }

                    var frame = news.Frame.Version == shown ? "" : $"event: wall\ndata: {news.Frame.Json}\n\n";
                    shown = news.Frame.Version;
                    await SayAsync(context, $"{frame}event: beat\ndata: {Now()}\n\n", ends.Token);
                }

                await told.IsOver.Task.WaitAsync(ends.Token);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The screen looks no more, or the program stops.
        }
    }

    private static async Task SayAsync(HttpContext context, string text, CancellationToken token) =>
        await context.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(text), token);
}
