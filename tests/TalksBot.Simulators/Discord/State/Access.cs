namespace TalksBot.Simulators.Discord.State;

/// <summary>Who may do what where. Protocol sheet §12: everyone, roles, then the channel's overwrites.</summary>
internal static class Access
{
    public static Permissions Of(DiscordWorld world, ulong userId, DiscordChannel channel)
    {
        if (channel.Kind is ChannelKind.Direct)
        {
            return channel.Recipient!.Id == userId || world.Bot.Id == userId ? Permissions.Everyone : Permissions.None;
        }

        var guild = world.Guilds[channel.GuildId];
        if (!guild.Members.TryGetValue(userId, out var member))
        {
            return Permissions.None;
        }

        var granted = InGuild(guild, member);
        if (granted is Permissions.All)
        {
            return granted;
        }

        var place = channel.IsThread ? world.Channels[channel.ParentId!.Value] : channel;
        return Dependent(Overwritten(granted, place.Overwrites, guild, member), channel.IsThread);
    }

    public static Permissions InGuild(DiscordGuild guild, DiscordMember member)
    {
        var granted = member.Roles.Append(guild.Id)
            .Select(id => guild.Roles.GetValueOrDefault(id)?.Permissions ?? Permissions.None)
            .Aggregate(Permissions.None, (sum, one) => sum | one);
        return guild.OwnerId == member.User.Id || granted.HasFlag(Permissions.Administrator) ? Permissions.All : granted;
    }

    private static Permissions Overwritten(Permissions granted, List<Overwrite> overwrites, DiscordGuild guild, DiscordMember member)
    {
        var everyone = overwrites.Where(overwrite => !overwrite.ForMember && overwrite.Id == guild.Id);
        var roles = overwrites.Where(overwrite => !overwrite.ForMember && member.Roles.Contains(overwrite.Id));
        var own = overwrites.Where(overwrite => overwrite.ForMember && overwrite.Id == member.User.Id);
        return Apply(Apply(Apply(granted, everyone), roles), own);
    }

    private static Permissions Apply(Permissions granted, IEnumerable<Overwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate((Permissions.None, Permissions.None), (sum, one) => (sum.Item1 | one.Allow, sum.Item2 | one.Deny));
        return (granted & ~deny) | allow;
    }

    /// <summary>Losing sight of a channel loses everything in it; losing speech loses what hangs on speech.</summary>
    private static Permissions Dependent(Permissions granted, bool inThread)
    {
        if (!granted.HasFlag(Permissions.ViewChannel))
        {
            return Permissions.None;
        }

        return granted.HasFlag(inThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages)
            ? granted
            : granted & ~(Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.MentionEveryone);
    }
}
