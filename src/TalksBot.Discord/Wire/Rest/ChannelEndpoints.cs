using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>One channel or thread (discord.md §2).</summary>
public sealed class ChannelEndpoints
{
    private readonly RestTransport _transport;

    internal ChannelEndpoints(RestTransport transport) => _transport = transport;

    public Task<DiscordAnswer<DiscordChannel>> GetAsync(Snowflake channel, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Get, "/channels/{channel}", $"{channel}")),
            WireJson.Default.DiscordChannel,
            cancellationToken);

    /// <summary>Opens an archived thread again: whoever may write in it may, unless it is locked (discord.md §4).</summary>
    public Task<DiscordAnswer<DiscordChannel>> UnarchiveAsync(Snowflake thread, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(
                Route.Of(HttpMethod.Patch, "/channels/{channel}", $"{thread}"),
                RequestBody.Of(new(Archived: false), WireJson.Default.ThreadEdit)),
            WireJson.Default.DiscordChannel,
            cancellationToken);
}
