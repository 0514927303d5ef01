using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TalksBot.Slack.Wire.Tests;

/// <summary>A real server on this machine that does what the test says with each request and each websocket.</summary>
internal sealed class LoopbackSlack : IAsyncDisposable
{
    private readonly WebApplication _server;

    private LoopbackSlack(WebApplication server) => _server = server;

    public Uri Api => new($"{_server.Urls.Single()}/api/");

    public Uri Socket => new($"{_server.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal)}/link");

    public static async Task<LoopbackSlack> StartAsync(
        Func<WebSocket, Task> socket, Func<LoopbackSlack, HttpContext, Task>? api = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var slack = new LoopbackSlack(server);
        server.UseWebSockets();
        server.Run(async context =>
        {
            if (!context.WebSockets.IsWebSocketRequest)
            {
                await (api?.Invoke(slack, context) ?? Task.CompletedTask);
                return;
            }

            using var accepted = await context.WebSockets.AcceptWebSocketAsync();
            await socket(accepted);
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _server.StopAsync(patience.Token);
        await _server.DisposeAsync();
    }
}
