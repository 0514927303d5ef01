using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TalksBot.Slack.Wire.Limits;

namespace TalksBot.Slack.Wire.Api;

/// <summary>One thing to ask of Slack.</summary>
internal sealed record ApiCall(ApiMethod Method, RequestBody Body)
{
    /// <summary>The channel posted to, where posts are counted by channel.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Lower goes first among those that wait for the same limit.</summary>
    public int Priority { get; init; }

    /// <summary>Where to send it, if not to the method: keep it out of logs, it works like a credential.</summary>
    public Secret? Address { get; init; }

    public LaneKey Lane => new(Method.Name, Channel);

    /// <summary>A message ready to send, new each time since a message can be sent only once.</summary>
    public HttpRequestMessage ToMessage(SlackWireOptions options, TimeProvider time)
    {
        var address = Address is null
            ? new Uri($"{options.ApiUrl.AbsoluteUri.TrimEnd('/')}/{Method.Name}")
            : new Uri(Address.Reveal());
        var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new WatchedContent(Body.ToContent(), time),
        };
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        if (Token(options) is { } token)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        }

        return message;
    }

    private Secret? Token(SlackWireOptions options) => Method.Token switch
    {
        TokenKind.Bot => options.BotToken,
        TokenKind.App => options.AppToken,
        _ => null,
    };
}

/// <summary>A method of the Web API with its limit and credential (slack.md §2).</summary>
internal sealed record ApiMethod(string Name, Tier Tier, TokenKind Token = TokenKind.Bot)
{
    public static ApiMethod AuthTest { get; } = new("auth.test", Tier.Hundreds);

    public static ApiMethod OpenConnection { get; } = new("apps.connections.open", Tier.Three, TokenKind.App);

    public static ApiMethod Post { get; } = new("chat.postMessage", Tier.Posting);

    public static ApiMethod Update { get; } = new("chat.update", Tier.Three);

    public static ApiMethod Delete { get; } = new("chat.delete", Tier.Three);

    public static ApiMethod PostEphemeral { get; } = new("chat.postEphemeral", Tier.Four);

    public static ApiMethod ChannelInfo { get; } = new("conversations.info", Tier.Three);

    public static ApiMethod ChannelList { get; } = new("conversations.list", Tier.Two);

    public static ApiMethod Join { get; } = new("conversations.join", Tier.Three);

    public static ApiMethod OpenDirect { get; } = new("conversations.open", Tier.Three);

    public static ApiMethod History { get; } = new("conversations.history", Tier.Three);

    public static ApiMethod Replies { get; } = new("conversations.replies", Tier.Three);

    public static ApiMethod AddPin { get; } = new("pins.add", Tier.Two);

    public static ApiMethod RemovePin { get; } = new("pins.remove", Tier.Two);

    public static ApiMethod UserInfo { get; } = new("users.info", Tier.Four);

    public static ApiMethod GroupList { get; } = new("usergroups.list", Tier.Two);

    public static ApiMethod GroupMembers { get; } = new("usergroups.users.list", Tier.Two);

    public static ApiMethod OpenView { get; } = new("views.open", Tier.Four);

    public static ApiMethod PublishView { get; } = new("views.publish", Tier.Four);

    public static ApiMethod ValidateBlocks { get; } = new("blocks.validate", Tier.Three);

    public static ApiMethod UploadTicket { get; } = new("files.getUploadURLExternal", Tier.Four);

    public static ApiMethod CompleteUpload { get; } = new("files.completeUploadExternal", Tier.Four);

    public static ApiMethod FileInfo { get; } = new("files.info", Tier.Four);

    /// <summary>Bytes to the address of an upload.</summary>
    public static ApiMethod Upload { get; } = new("(upload)", Tier.Free, TokenKind.None);

    /// <summary>An answer to a response address.</summary>
    public static ApiMethod Respond { get; } = new("(response)", Tier.Free, TokenKind.None);
}

/// <summary>Which credential a call shows (slack.md §1).</summary>
internal enum TokenKind
{
    /// <summary>None: its address is the credential.</summary>
    None,

    Bot,
    App,
}

/// <summary>What one attempt brought: a status with its body (null if the body was lost), or the failure of having none.</summary>
internal sealed record Exchange(int Status, byte[]? Body, SlackFailure? Failure = null)
{
    /// <summary>The header's <c>Retry-After</c>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the token may do, as a header says; null when it says nothing.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>From the first byte of the request to the answer, null without one.</summary>
    public TimeSpan? Trip { get; init; }

    /// <summary>Something left this machine that Slack may count.</summary>
    public bool Sent => Failure is null or Ambiguous;
}

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
