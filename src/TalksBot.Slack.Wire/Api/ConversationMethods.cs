using System.Globalization;
using System.Text.Json;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Wire.Api;

/// <summary>Channels and what stands in them (slack.md §2).</summary>
public sealed class ConversationMethods
{
    private readonly ApiTransport _transport;

    internal ConversationMethods(ApiTransport transport) => _transport = transport;

    public async Task<SlackAnswer<SlackChannel>> InfoAsync(string channel, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(
            new(ApiMethod.ChannelInfo, RequestBody.Form(("channel", channel))),
            WireJson.Default.ChannelReply,
            cancellationToken);
        return answer.Select(reply => reply.Channel);
    }

    /// <summary>Enters a public channel; being in it already is fine, with the warning <c>already_in_channel</c>.</summary>
    public async Task<SlackAnswer<SlackChannel>> JoinAsync(string channel, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(
            new(ApiMethod.Join, RequestBody.Json(new(channel), WireJson.Default.ChannelArgument)),
            WireJson.Default.ChannelReply,
            cancellationToken);
        return answer.Select(reply => reply.Channel);
    }

    /// <summary>The direct messages with one person, opened if they were not; needs <c>im:write</c>.</summary>
    public async Task<SlackAnswer<string>> OpenDirectAsync(string user, CancellationToken cancellationToken)
    {
        var answer = await _transport.SendAsync(
            new(ApiMethod.OpenDirect, RequestBody.Json(new(user), WireJson.Default.OpenDirectArguments)),
            WireJson.Default.ChannelReply,
            cancellationToken);
        return answer.Select(reply => reply.Channel.Id);
    }

    /// <summary>Public and private channels that are not archived, up to 200 a page.</summary>
    public Task<SlackAnswer<Page<SlackChannel>>> ListAsync(string? cursor, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(ApiMethod.ChannelList, RequestBody.Form(
                ("types", "public_channel,private_channel"),
                ("exclude_archived", "true"),
                ("limit", "200"),
                ("cursor", cursor))),
            root => Page(root, "channels", WireJson.Default.SlackChannel),
            cancellationToken);

    /// <summary>Newest first; the bot has to be in the channel.</summary>
    public Task<SlackAnswer<Page<SlackMessage>>> HistoryAsync(
        string channel, HistoryRange range, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(ApiMethod.History, RequestBody.Form([("channel", channel), .. Arguments(range)])),
            root => Page(root, "messages", WireJson.Default.SlackMessage),
            cancellationToken);

    /// <summary>A thread, its parent first.</summary>
    public Task<SlackAnswer<Page<SlackMessage>>> RepliesAsync(
        MessageRef parent, HistoryRange range, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(ApiMethod.Replies, RequestBody.Form([("channel", parent.Channel), ("ts", parent.Ts), .. Arguments(range)])),
            root => Page(root, "messages", WireJson.Default.SlackMessage),
            cancellationToken);

    private static IEnumerable<(string Name, string? Value)> Arguments(HistoryRange range) =>
    [
        ("oldest", range.Oldest),
        ("latest", range.Latest),
        ("inclusive", range.Inclusive ? "true" : null),
        ("limit", range.Limit.ToString(CultureInfo.InvariantCulture)),
        ("cursor", range.Cursor),
        ("include_all_metadata", range.WithMetadata ? "true" : null),
    ];

    private static Page<T> Page<T>(JsonElement root, string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var items = Json.Property(root, name) is { ValueKind: JsonValueKind.Array } array
            ? array.EnumerateArray().Select(item => item.Deserialize(type) ?? throw new JsonException("An item is null."))
            : throw new JsonException("There is no list.");
        return new([.. items], AnswerReader.NextCursor(root));
    }
}

/// <summary>A call's only argument.</summary>
internal sealed record ChannelArgument(string Channel);

/// <summary>An answer with a channel in it.</summary>
internal sealed record ChannelReply(SlackChannel Channel);

/// <summary>Which messages to ask for.</summary>
public sealed record HistoryRange
{
    /// <summary>Only after this moment, in Slack's notation <c>1700000000.000000</c>: Unix seconds.</summary>
    public string? Oldest { get; init; }

    /// <summary>Only before this moment, in the same notation.</summary>
    public string? Latest { get; init; }

    /// <summary>Includes messages exactly at the ends.</summary>
    public bool Inclusive { get; init; }

    /// <summary>1–999.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>From the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>Brings what messages carry unseen; Slack would tell its kind alone (slack.md §3).</summary>
    public bool WithMetadata { get; init; }
}

/// <summary>Whom to talk to.</summary>
internal sealed record OpenDirectArguments(string Users);
