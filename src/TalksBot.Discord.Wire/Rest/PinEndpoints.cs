using System.Globalization;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>A channel's pins, 250 at most, by the routes that need PIN_MESSAGES (discord.md §2).</summary>
public sealed class PinEndpoints
{
    private const string One = "/channels/{channel}/messages/pins/{message}";

    private readonly RestTransport _transport;

    internal PinEndpoints(RestTransport transport) => _transport = transport;

    public Task<DiscordAnswer<NoContent>> PinAsync(
        Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Put, One, $"{channel}", $"{message}")), cancellationToken);

    public Task<DiscordAnswer<NoContent>> UnpinAsync(
        Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Delete, One, $"{channel}", $"{message}")), cancellationToken);

    /// <summary>Up to 50, those pinned before the given moment.</summary>
    public Task<DiscordAnswer<PinPage>> ListAsync(
        Snowflake channel, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        IReadOnlyList<KeyValuePair<string, string>> query = before is null
            ? []
            : [new("before", before.Value.ToString("O", CultureInfo.InvariantCulture))];
        return _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/channels/{channel}/messages/pins", $"{channel}").With(query)),
            WireJson.Default.PinPage,
            cancellationToken);
    }
}

/// <summary>Messages of a channel or thread (discord.md §2, §3).</summary>
public sealed class MessageEndpoints
{
    private const string All = "/channels/{channel}/messages";
    private const string One = "/channels/{channel}/messages/{message}";

    private readonly RestTransport _transport;

    internal MessageEndpoints(RestTransport transport) => _transport = transport;

    /// <summary>Posts; with a nonce that is enforced, posting the same again answers the first message (discord.md §3.1).</summary>
    public Task<DiscordAnswer<DiscordMessage>> CreateAsync(
        Snowflake channel, MessageDraft draft, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Post, All, $"{channel}"), MessageBodies.Of(draft)),
            WireJson.Default.DiscordMessage,
            cancellationToken);

    /// <summary>Changes a message of the bot's own.</summary>
    public Task<DiscordAnswer<DiscordMessage>> EditAsync(
        Snowflake channel, Snowflake message, MessageEdit edit, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Patch, One, $"{channel}", $"{message}"), MessageBodies.Of(edit)),
            WireJson.Default.DiscordMessage,
            cancellationToken);

    public Task<DiscordAnswer<NoContent>> DeleteAsync(
        Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Delete, One, $"{channel}", $"{message}")), cancellationToken);

    public Task<DiscordAnswer<DiscordMessage>> GetAsync(
        Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, One, $"{channel}", $"{message}")),
            WireJson.Default.DiscordMessage,
            cancellationToken);

    /// <summary>Newest first.</summary>
    public Task<DiscordAnswer<IReadOnlyList<DiscordMessage>>> ListAsync(
        Snowflake channel, MessageRange range, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, All, $"{channel}").With(range.ToQuery())),
            WireJson.Default.IReadOnlyListDiscordMessage,
            cancellationToken);
}
