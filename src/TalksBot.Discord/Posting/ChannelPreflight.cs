using TalksBot.Core.Commands;
using TalksBot.Core.Platforms;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Posting;

/// <summary>Tells whether a post would succeed, and what would mend it, without posting.</summary>
internal sealed class ChannelPreflight(ChannelRights rights, Outcomes outcomes)
{
    /// <summary>Looks at a channel.</summary>
    public async Task<ChannelCheck> CheckAsync(Snowflake channel, CancellationToken token) => await rights.InAsync(channel, token) switch
    {
        Answered<ChannelAccess> it => Of(it.Value),
        Failed<ChannelAccess> it => Outcomes.Words.ToFault(await outcomes.OfAsync(it.Failure, channel, Permissions.None, token)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Looks whether a mention would ring; null where it would, or where Discord does not say.</summary>
    public async Task<ChannelCheck.Faulty?> CheckMentionAsync(Snowflake channel, DiscordMention mention, CancellationToken token)
    {
        if (mention.Allowed is not ({ Parse: ["everyone"] } or { Roles: [_] })
            || await rights.InAsync(channel, token) is not Answered<ChannelAccess>({ Roles.Count: > 0 } standing)
            || standing.Held.HasFlag(Permissions.MentionEveryone))
        {
            return null;
        }

        if (mention.Allowed.Roles is not [var id])
        {
            return new ChannelCheck.Faulty($"{mention.Content} rings nobody there: the bot lacks Mention Everyone in the channel.", "Grant it, or mention a role that anybody may mention.");
        }

        return standing.Roles.FirstOrDefault(role => role.Id == id) switch
        {
            null => new ChannelCheck.Faulty($"{mention.Content} is no role of that server, so nobody is notified.", "Set the mention anew with /talks follow set."),
            { Mentionable: true } => null,
            var role => new ChannelCheck.Faulty(
                $"{mention.Content} rings nobody there: the role {Echo.Of(role.Name)} may not be mentioned by everybody, and the bot lacks Mention Everyone in the channel.",
                "Switch on \"Allow anyone to @mention this role\" in the role's settings, or grant the bot Mention @everyone, @here, and All Roles."),
        };
    }

    private static ChannelCheck Of(ChannelAccess standing)
    {
        if (!standing.HoldsMessages)
        {
            return new ChannelCheck.Faulty("That channel cannot hold messages.", "Follow from a text channel or from a thread.");
        }

        if (standing.IsLocked)
        {
            return new ChannelCheck.Faulty("The thread is locked.", "Unlock the thread, or follow from another channel.");
        }

        var missing = standing.Missing(standing.NeededToPost);
        return missing is Permissions.None
            ? new ChannelCheck.Ready()
            : new ChannelCheck.Faulty($"The bot lacks {PermissionNames.Of(missing)} in the channel.", Outcomes.Grant(missing));
    }
}

/// <summary>A channel and what the bot may do in it.</summary>
internal sealed record ChannelAccess(DiscordChannel Channel, Permissions Held)
{
    /// <summary>The server's roles; none where there is no server.</summary>
    public IReadOnlyList<DiscordRole> Roles { get; init; } = [];

    /// <summary>What posting takes; history is for finding a post whose answer was lost.</summary>
    public Permissions NeededToPost =>
        Permissions.ViewChannel
        | (IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages)
        | Permissions.EmbedLinks
        | Permissions.ReadMessageHistory;

    /// <summary>Messages can stand in it at all.</summary>
    public bool HoldsMessages => Channel.Type is not (ChannelType.Category or ChannelType.Forum or ChannelType.Media);

    /// <summary>Only moderators may write in it.</summary>
    public bool IsLocked => Channel.ThreadMetadata is { Locked: true } && !Held.HasFlag(Permissions.ManageThreads);

    private bool IsThread => Channel.IsThread;

    /// <summary>What of these is not granted.</summary>
    public Permissions Missing(Permissions needed) => needed & ~Held;
}

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
    public Task<DiscordAnswer<ChannelAccess>> InAsync(Snowflake channel, CancellationToken token) =>
        ThenAsync(rest.Channels.GetAsync(channel, token), found => OfAsync(found, token));

    private Task<DiscordAnswer<ChannelAccess>> OfAsync(DiscordChannel channel, CancellationToken token)
    {
        if (channel.GuildId is not { } guild)
        {
            return Task.FromResult<DiscordAnswer<ChannelAccess>>(new Answered<ChannelAccess>(new(channel, Everything)));
        }

        // A thread has no overwrites of its own: its channel's hold.
        return channel is { IsThread: true, ParentId: { } parent }
            ? ThenAsync(rest.Channels.GetAsync(parent, token), above => InGuildAsync(channel, above, guild, token))
            : InGuildAsync(channel, channel, guild, token);
    }

    private Task<DiscordAnswer<ChannelAccess>> InGuildAsync(DiscordChannel channel, DiscordChannel rules, Snowflake guildId, CancellationToken token) =>
        ThenAsync(MeAsync(token), me =>
        ThenAsync(rest.Guilds.GetMemberAsync(guildId, me, token), member =>
        ThenAsync(rest.Guilds.GetAsync(guildId, token), guild =>
        ThenAsync<IReadOnlyList<DiscordRole>, ChannelAccess>(rest.Guilds.ListRolesAsync(guildId, token), roles =>
            Task.FromResult<DiscordAnswer<ChannelAccess>>(
                new Answered<ChannelAccess>(new(channel, EffectivePermissions.In(rules, guild, roles, member)) { Roles = roles }))))));

    private static async Task<DiscordAnswer<TNext>> ThenAsync<T, TNext>(Task<DiscordAnswer<T>> asked, Func<T, Task<DiscordAnswer<TNext>>> next) =>
        await (await asked).Match(next, failure => Task.FromResult<DiscordAnswer<TNext>>(new Failed<TNext>(failure)));
}

/// <summary>Permissions as Discord's settings call them.</summary>
internal static class PermissionNames
{
    private static readonly (Permissions Permission, string Name)[] Names =
    [
        (Permissions.ViewChannel, "View Channel"),
        (Permissions.SendMessages, "Send Messages"),
        (Permissions.CreatePublicThreads, "Create Public Threads"),
        (Permissions.SendMessagesInThreads, "Send Messages in Threads"),
        (Permissions.EmbedLinks, "Embed Links"),
        (Permissions.ReadMessageHistory, "Read Message History"),
        (Permissions.PinMessages, "Pin Messages"),
        (Permissions.ManageMessages, "Manage Messages"),
        (Permissions.ManageThreads, "Manage Threads"),
    ];

    /// <summary>As in "Send Messages and Embed Links".</summary>
    public static string Of(Permissions permissions)
    {
        return Typography.And([.. Names.Where(known => permissions.HasFlag(known.Permission)).Select(known => known.Name)]);
    }
}
