using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;

namespace TalksBot.Web.Hosting;

/// <summary>Gives Kestrel the connections that somebody else has accepted.</summary>
internal sealed class HandedConnections(ChannelReader<Socket> visitors) : IConnectionListenerFactory
{
    /// <inheritdoc/>
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IConnectionListener>(new Listener(visitors, endpoint));

    private sealed class Listener(ChannelReader<Socket> visitors, EndPoint endPoint) : IConnectionListener
    {
        private readonly SocketConnectionContextFactory _contexts = new(new SocketConnectionFactoryOptions(), NullLogger.Instance);
        private readonly CancellationTokenSource _unbound = new();

        public EndPoint EndPoint => endPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _unbound.Token);
            try
            {
                return _contexts.Create(await visitors.ReadAsync(either.Token));
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => new(_unbound.CancelAsync());

        public async ValueTask DisposeAsync()
        {
            await _unbound.CancelAsync();
            _contexts.Dispose();
            _unbound.Dispose();
        }
    }
}
