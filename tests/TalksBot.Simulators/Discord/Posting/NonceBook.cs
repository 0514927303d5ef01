using System.Text.Json.Nodes;
using TalksBot.Simulators.Discord.Web;
using TalksBot.Simulators.Discord.State;

namespace TalksBot.Simulators.Discord.Posting;

/// <summary>Enforced nonces by author, for as long as the window lasts. Protocol sheet §3.1.</summary>
internal sealed class NonceBook(DiscordWorld world)
{
    private readonly Dictionary<(ulong Author, string Nonce), (ulong Channel, ulong Message, DateTimeOffset At)> _entries = [];

    /// <summary>The message already posted under this nonce; null when there is none. Refuses when it was deleted meanwhile.</summary>
    public (DiscordChannel Channel, DiscordMessage Message)? Find(ulong author, JsonNode? nonce)
    {
        if (nonce is null || !_entries.TryGetValue((author, nonce.ToString()), out var entry) || world.Now - entry.At > world.Options.NonceWindow)
        {
            return null;
        }

        return world.Channels.TryGetValue(entry.Channel, out var channel) && channel.Messages.TryGetValue(entry.Message, out var message)
            ? (channel, message)
            : throw Refusal.UnknownMessage;
    }

    public void Remember(ulong author, JsonNode? nonce, DiscordMessage message)
    {
        if (nonce is not null)
        {
            _entries[(author, nonce.ToString())] = (message.ChannelId, message.Id, world.Now);
        }
    }
}
