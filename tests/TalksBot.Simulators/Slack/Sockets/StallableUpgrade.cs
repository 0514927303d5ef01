using Microsoft.AspNetCore.Http.Features;

namespace TalksBot.Simulators.Slack.Sockets;

/// <summary>Puts a stream that can be stalled under a WebSocket, so that even pings go unanswered.</summary>
internal sealed class StallableUpgrade(IHttpUpgradeFeature inner, CancellationToken gone) : IHttpUpgradeFeature
{
    public StallableStream? Stream { get; private set; }

    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => Stream = new StallableStream(await inner.UpgradeAsync(), gone);
}
