using System.Text.Json;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Messages of the bot's own (slack.md §2, §3).</summary>
public sealed class ChatMethods
{
    private readonly ApiTransport _transport;

    internal ChatMethods(ApiTransport transport) => _transport = transport;

    /// <summary>Posts; nothing tells two equal posts apart but what <c>Metadata</c> carries (slack.md §3).</summary>
    /// <param name="priority">Lower goes first among the posts that wait for a channel or for the workspace.</param>
    public Task<SlackAnswer<PostedMessage>> PostAsync(PostDraft draft, int priority, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(ApiMethod.Post, RequestBody.Json(draft, WireJson.Default.PostDraft))
            {
                Channel = draft.Channel,
                Priority = priority,
            },
            Read,
            cancellationToken);

    /// <summary>Changes a message; <c>msg_too_long</c> above 4000 characters, where posting would cut it off.</summary>
    /// <param name="priority">Lower goes first among the changes that wait.</param>
    public Task<SlackAnswer<PostedMessage>> UpdateAsync(PostEdit edit, int priority, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(ApiMethod.Update, RequestBody.Json(edit, WireJson.Default.PostEdit)) { Priority = priority },
            Read,
            cancellationToken);

    public Task<SlackAnswer<NoContent>> DeleteAsync(MessageRef message, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(ApiMethod.Delete, RequestBody.Json(message, WireJson.Default.MessageRef)), cancellationToken);

    /// <summary>Shows a message to one person; answers its <c>ts</c>, which nothing else accepts.</summary>
    public async Task<SlackAnswer<string>> PostEphemeralAsync(EphemeralDraft draft, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(
            new(ApiMethod.PostEphemeral, RequestBody.Json(draft, WireJson.Default.EphemeralDraft)),
            WireJson.Default.EphemeralReply,
            cancellationToken);
        return answer.Select(reply => reply.MessageTs);
    }

    // "ok" without a message is no word of what became of it.
    private static PostedMessage Read(JsonElement root) =>
        root.Deserialize(WireJson.Default.PostedMessage) is { Ts.Length: > 0 } posted ? posted : throw new JsonException("There is no message.");
}

/// <summary>The answer to an ephemeral message.</summary>
internal sealed record EphemeralReply(string MessageTs);

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
