using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace TalksBot.Discord.Wire.Tests.Gateway;

/// <summary>A real websocket server on this machine that does what the test says with each connection.</summary>
internal sealed class LoopbackGateway : IAsyncDisposable
{
    private readonly WebApplication _server;

    private LoopbackGateway(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.Single().Replace("http:", "ws:", StringComparison.Ordinal));

    public static async Task<LoopbackGateway> StartAsync(
        Func<WebSocket, Task> serve, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.UseWebSockets();
        server.Run(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await serve(socket);
        });
        await server.StartAsync(cancellationToken);
        return new(server);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _server.StopAsync(patience.Token);
        await _server.DisposeAsync();
    }
}
