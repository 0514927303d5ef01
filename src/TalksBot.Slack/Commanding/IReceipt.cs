using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Commanding;

/// <summary>Tells Slack, once and within three seconds, that something has arrived; may carry an answer (slack.md §6, §8).</summary>
internal interface IReceipt
{
    /// <summary>Sends it.</summary>
    /// <param name="payload">The answer; null for none.</param>
    /// <returns>False when it was sent before, or when the way back is gone: the answer did not go with it.</returns>
    Task<bool> SendAsync(AckPayload? payload);
}
