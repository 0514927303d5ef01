using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Commanding;

/// <summary>The receipt of what came over HTTP: the response to that request.</summary>
internal sealed class HttpReceipt : IReceipt
{
    private readonly TaskCompletionSource<AckPayload?> _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the answer when there is one, or when it is clear that none comes.</summary>
    public Task<AckPayload?> Given => _given.Task;

    /// <inheritdoc/>
    public Task<bool> SendAsync(AckPayload? payload) => Task.FromResult(_given.TrySetResult(payload));
}
