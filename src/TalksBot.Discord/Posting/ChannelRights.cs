using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Posting;

/// <summary>Finds out what the bot may do in a channel.</summary>
internal sealed class ChannelRights(DiscordRest rest)
{
    /// <summary>Stands for all permissions, where there is nobody to grant any.</summary>
    private const Permissions Everything = (Permissions)ulong.MaxValue;

    private Snowflake? _me;

    /// <summary>The bot's own user id.</summary>
    public async Task<DiscordAnswer<Snowflake>> MeAsync(CancellationToken token)
    {
        if (_me is { } known)
        {
            return new Answered<Snowflake>(known);
        }

        return (await rest.Application.GetUserAsync(token)).Match<DiscordAnswer<Snowflake>>(
            user => new Answered<Snowflake>((_me = user.Id).Value),
            failure => new Failed<Snowflake>(failure));
    }

    /// <summary>The channel and the bot's permissions in it.</summary>
    public Task<DiscordAnswer<ChannelStanding>> InAsync(Snowflake channel, CancellationToken token) =>
        ThenAsync(rest.Channels.GetAsync(channel, token), found => OfAsync(found, token));

    private Task<DiscordAnswer<ChannelStanding>> OfAsync(DiscordChannel channel, CancellationToken token)
    {
        if (channel.GuildId is not { } guild)
        {
            return Task.FromResult<DiscordAnswer<ChannelStanding>>(new Answered<ChannelStanding>(new(channel, Everything)));
        }

        // A thread has no overwrites of its own: its channel's hold.
        return channel is { IsThread: true, ParentId: { } parent }
            ? ThenAsync(rest.Channels.GetAsync(parent, token), above => InGuildAsync(channel, above, guild, token))
            : InGuildAsync(channel, channel, guild, token);
    }

    private Task<DiscordAnswer<ChannelStanding>> InGuildAsync(DiscordChannel channel, DiscordChannel rules, Snowflake guildId, CancellationToken token) =>
        ThenAsync(MeAsync(token), me =>
        ThenAsync(rest.Guilds.GetMemberAsync(guildId, me, token), member =>
        ThenAsync(rest.Guilds.GetAsync(guildId, token), guild =>
        ThenAsync<IReadOnlyList<DiscordRole>, ChannelStanding>(rest.Guilds.ListRolesAsync(guildId, token), roles =>
            Task.FromResult<DiscordAnswer<ChannelStanding>>(
                new Answered<ChannelStanding>(new(channel, EffectivePermissions.In(rules, guild, roles, member))))))));

    private static async Task<DiscordAnswer<TNext>> ThenAsync<T, TNext>(Task<DiscordAnswer<T>> asked, Func<T, Task<DiscordAnswer<TNext>>> next) =>
        await (await asked).Match(next, failure => Task.FromResult<DiscordAnswer<TNext>>(new Failed<TNext>(failure)));
}
