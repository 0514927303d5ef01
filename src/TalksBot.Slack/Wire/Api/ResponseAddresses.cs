using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Answers after the acknowledgement: five within thirty minutes, without being in the channel (slack.md §7).</summary>
public sealed class ResponseAddresses
{
    private readonly ApiTransport _transport;

    internal ResponseAddresses(ApiTransport transport) => _transport = transport;

    /// <summary>Refused as <c>expired_url</c> or <c>used_url</c> when it is too late or too often.</summary>
    public async Task<SlackAnswer<NoContent>> SendAsync(
        Secret responseUrl, ResponseDraft draft, CancellationToken cancellationToken) =>
        SafeAddress.Web(responseUrl.Reveal()) is null
            ? new Failed<NoContent>(new Refused(new("unsafe_response_address")))
            : await _transport.SendAsync(
                new(ApiMethod.Respond, RequestBody.Json(draft, WireJson.Default.ResponseDraft)) { Address = responseUrl },
                cancellationToken);
}
