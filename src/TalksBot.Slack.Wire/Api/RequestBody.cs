using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>What a call carries, kept so that it can be sent more than once.</summary>
internal sealed class RequestBody
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly MediaTypeHeaderValue _type;

    private RequestBody(ReadOnlyMemory<byte> bytes, MediaTypeHeaderValue type) => (_bytes, _type) = (bytes, type);

    public static RequestBody Json<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type), new("application/json", "utf-8"));

    /// <summary>For the methods that read no JSON (slack.md §1); arguments without a value are left out.</summary>
    public static RequestBody Form(params IReadOnlyList<(string Name, string? Value)> arguments)
    {
        var pairs = arguments.Where(argument => argument.Value is not null)
            .Select(argument => $"{argument.Name}={Uri.EscapeDataString(argument.Value!)}");
        return new(
            System.Text.Encoding.UTF8.GetBytes(string.Join('&', pairs)), new("application/x-www-form-urlencoded", "utf-8"));
    }

    public static RequestBody Raw(ReadOnlyMemory<byte> bytes) => new(bytes, new("application/octet-stream"));

    public HttpContent ToContent()
    {
        var content = new ReadOnlyMemoryContent(_bytes);
        content.Headers.ContentType = _type;
        return content;
    }
}

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
