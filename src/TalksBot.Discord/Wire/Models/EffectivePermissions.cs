namespace TalksBot.Discord.Wire.Models;

/// <summary>What a member may really do in a channel, worked out in Discord's own order (discord.md §12).</summary>
public static class EffectivePermissions
{
    /// <summary>For a thread pass its parent channel: threads inherit. The owner and administrators get every bit.</summary>
    public static Permissions In(
        DiscordChannel channel, DiscordGuild guild, IReadOnlyList<DiscordRole> roles, DiscordMember member)
    {
        var held = member.Roles ?? [];
        var granted = roles.Where(role => role.Id == guild.Id || held.Contains(role.Id))
            .Aggregate(Permissions.None, (sum, role) => sum | role.Permissions);
        var owns = guild.OwnerId is { } owner && member.User?.Id == owner;
        if (owns || granted.HasFlag(Permissions.Administrator))
        {
            return (Permissions)ulong.MaxValue;
        }

        var overwrites = channel.PermissionOverwrites ?? [];
        granted = Apply(granted, overwrites.Where(o => o.Id == guild.Id));
        granted = Apply(granted, overwrites.Where(
            o => o.Type == OverwriteTarget.Role && o.Id != guild.Id && held.Contains(o.Id)));
        granted = Apply(granted, overwrites.Where(
            o => o.Type == OverwriteTarget.Member && o.Id == member.User?.Id));
        return granted.HasFlag(Permissions.ViewChannel) ? granted : Permissions.None;
    }

    private static Permissions Apply(Permissions granted, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = overwrites.Aggregate(
            (Allow: Permissions.None, Deny: Permissions.None), (sum, o) => (sum.Allow | o.Allow, sum.Deny | o.Deny));
        return (granted & ~deny) | allow;
    }
}
