using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Pinned messages; what is so already counts as done (slack.md §13).</summary>
public sealed class PinMethods
{
    private readonly ApiTransport _transport;

    internal PinMethods(ApiTransport transport) => _transport = transport;

    public async Task<SlackAnswer<NoContent>> AddAsync(MessageRef message, CancellationToken cancellationToken) =>
        Settled(await SendAsync(ApiMethod.AddPin, message, cancellationToken));

    public async Task<SlackAnswer<NoContent>> RemoveAsync(MessageRef message, CancellationToken cancellationToken) =>
        Settled(await SendAsync(ApiMethod.RemovePin, message, cancellationToken));

    private Task<SlackAnswer<NoContent>> SendAsync(
        ApiMethod method, MessageRef message, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(method, RequestBody.Json(new(message.Channel, message.Ts), WireJson.Default.PinArguments)),
            cancellationToken);

    private static SlackAnswer<NoContent> Settled(SlackAnswer<NoContent> answer) =>
        answer is Failed<NoContent>(Refused refused) && SlackErrorCode.IsAlreadySo(refused.Error.Code)
            ? new Answered<NoContent>(default) { Warnings = [refused.Error.Code] }
            : answer;
}

/// <summary>Which message to pin; its <c>ts</c> goes by another name here (slack.md §2).</summary>
internal sealed record PinArguments(string Channel, string Timestamp);
