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
