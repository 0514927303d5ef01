using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Wire.Rest;

/// <summary>Opening threads (discord.md §2).</summary>
public sealed class ThreadEndpoints
{
    private readonly RestTransport _transport;

    internal ThreadEndpoints(RestTransport transport) => _transport = transport;

    /// <summary>One per message; its id is the message's.</summary>
    public Task<DiscordAnswer<DiscordChannel>> StartFromMessageAsync(
        Snowflake channel, Snowflake message, ThreadDraft draft, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(
                Route.Of(HttpMethod.Post, "/channels/{channel}/messages/{message}/threads", $"{channel}", $"{message}"),
                RequestBody.Of(draft with { Type = null }, WireJson.Default.ThreadDraft)),
            WireJson.Default.DiscordChannel,
            cancellationToken);

    /// <summary>Public unless the draft says otherwise; Discord's own default would be private.</summary>
    public Task<DiscordAnswer<DiscordChannel>> StartAsync(
        Snowflake channel, ThreadDraft draft, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(
                Route.Of(HttpMethod.Post, "/channels/{channel}/threads", $"{channel}"),
                RequestBody.Of(draft with { Type = draft.Type ?? ChannelType.PublicThread }, WireJson.Default.ThreadDraft)),
            WireJson.Default.DiscordChannel,
            cancellationToken);
}

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

    /// <summary>The direct messages with one person, opened if they were not; whether they take any only a message tells.</summary>
    public Task<DiscordAnswer<DiscordChannel>> OpenDirectAsync(Snowflake user, CancellationToken cancellationToken) =>
        _transport.SendAsync(
            new(Route.Of(HttpMethod.Post, "/users/@me/channels"), RequestBody.Of(new(user), WireJson.Default.DirectDraft)),
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
