using TalksBot.Slack.Wire.Envelopes;
using TalksBot.Slack.Wire.SocketMode;

namespace TalksBot.Slack.Commanding;

/// <summary>Tells Slack, once and within three seconds, that something has arrived; may carry an answer (slack.md §6, §8).</summary>
internal interface IReceipt
{
    /// <summary>Sends it.</summary>
    /// <param name="payload">The answer; null for none.</param>
    /// <returns>False when it was sent before, or when the way back is gone: the answer did not go with it.</returns>
    Task<bool> SendAsync(AckPayload? payload);
}

/// <summary>The receipt of what came over HTTP: the response to that request.</summary>
internal sealed class HttpReceipt : IReceipt
{
    private readonly TaskCompletionSource<AckPayload?> _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the answer when there is one, or when it is clear that none comes.</summary>
    public Task<AckPayload?> Given => _given.Task;

    /// <inheritdoc/>
    public Task<bool> SendAsync(AckPayload? payload) => Task.FromResult(_given.TrySetResult(payload));
}

/// <summary>The receipt of what came over a socket.</summary>
internal sealed class SocketReceipt(Envelope envelope) : IReceipt
{
    /// <inheritdoc/>
    public Task<bool> SendAsync(AckPayload? payload) =>
        // Where Slack takes no answer, the receipt goes by itself and the answer another way.
        payload is null || envelope.AcceptsPayload ? envelope.Ack.SendAsync(payload, CancellationToken.None) : Task.FromResult(false);
}
