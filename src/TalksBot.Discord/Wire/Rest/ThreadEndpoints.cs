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
