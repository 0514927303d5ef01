using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.SocketMode;

namespace TalksBot.Slack.Commanding;

/// <summary>The receipt of what came over a socket.</summary>
internal sealed class SocketReceipt(Envelope envelope) : IReceipt
{
    /// <inheritdoc/>
    public Task<bool> SendAsync(AckPayload? payload) =>
        // Where Slack takes no answer, the receipt goes by itself and the answer another way.
        payload is null || envelope.AcceptsPayload ? envelope.Ack.SendAsync(payload, CancellationToken.None) : Task.FromResult(false);
}
