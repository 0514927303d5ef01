using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalksBot.Discord.Wire.Models;

/// <summary>The permission bits this bot has a use for (discord.md §12); others are kept, unnamed.</summary>
[Flags]
[JsonConverter(typeof(PermissionsConverter))]
public enum Permissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    ReadMessageHistory = 1UL << 16,
    MentionEveryone = 1UL << 17,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    SendMessagesInThreads = 1UL << 38,
    PinMessages = 1UL << 51,
}

/// <summary>Permission sets travel as decimal strings, wider than a JSON number may be (discord.md §12).</summary>
internal sealed class PermissionsConverter : JsonConverter<Permissions>
{
    public override Permissions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return (Permissions)reader.GetUInt64();
        }

        return ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            ? (Permissions)bits
            : throw new JsonException("Not a set of permissions.");
    }

    public override void Write(Utf8JsonWriter writer, Permissions value, JsonSerializerOptions options) =>
        writer.WriteStringValue(((ulong)value).ToString(CultureInfo.InvariantCulture));
}

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
