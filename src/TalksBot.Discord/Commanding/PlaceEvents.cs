using System.Text.Json;
using TalksBot.Discord.Wire.Gateway;

namespace TalksBot.Discord.Commanding;

/// <summary>Which of Discord's events may keep posts from a channel (discord.md §9).</summary>
internal static class PlaceEvents
{
    /// <summary>True for such an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="channel">The channel it is about; null when it may concern any, as a role does, or threads below a channel.</param>
    public static bool Concerns(RawDispatch happened, out string? channel)
    {
        channel = null;
        switch (happened.Name)
        {
            case "CHANNEL_UPDATE" or "THREAD_DELETE" or "THREAD_UPDATE":
                channel = Text(happened.Data, "id");
                return channel is not null;

            // Threads below a channel go with it, and nothing is told of them.
            case "CHANNEL_DELETE" or "GUILD_ROLE_UPDATE" or "GUILD_ROLE_DELETE":
                return true;

            // A server that is unavailable is an outage, and comes back by itself.
            case "GUILD_DELETE":
                return happened.Data.ValueKind is JsonValueKind.Object
                    && !(happened.Data.TryGetProperty("unavailable", out var outage) && outage.ValueKind is JsonValueKind.True);
            default:
                return false;
        }
    }

    private static string? Text(JsonElement data, string name) =>
        data.ValueKind is JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
