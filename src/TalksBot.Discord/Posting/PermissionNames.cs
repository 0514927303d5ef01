using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>Permissions as Discord's settings call them.</summary>
internal static class PermissionNames
{
    private static readonly (Permissions Permission, string Name)[] Names =
    [
        (Permissions.ViewChannel, "View Channel"),
        (Permissions.SendMessages, "Send Messages"),
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
        var names = Names.Where(known => permissions.HasFlag(known.Permission)).Select(known => known.Name).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }
}
