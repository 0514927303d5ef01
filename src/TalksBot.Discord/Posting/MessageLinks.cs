using System.Collections.Concurrent;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Posting;

/// <summary>Where a post points to another one, the web address of that: it takes the server's id, which only the channel knows.</summary>
internal sealed class MessageLinks(DiscordRest rest, Uri apiUrl)
{
    private readonly ConcurrentDictionary<Snowflake, Snowflake> _guilds = [];

    /// <summary>What stands before a message's id; null where the post points to none, or its channel cannot be looked up now.</summary>
    public async Task<string?> OfAsync(OutgoingPost post, Snowflake channel, CancellationToken token) =>
        post.Post.Pieces.Any(piece => piece is PostPiece.Link { MessageId: not null }) ? await OfAsync(channel, token) : null;

    /// <summary>What stands before the id of a message in a channel; null where that cannot be looked up now.</summary>
    public async Task<string?> OfAsync(Snowflake channel, CancellationToken token)
    {
        if (!_guilds.TryGetValue(channel, out var guild))
        {
            if (await rest.Channels.GetAsync(channel, token) is not Answered<DiscordChannel>({ GuildId: { } found }))
            {
                return null;
            }

            _guilds[channel] = guild = found;
        }

        return $"{apiUrl.GetLeftPart(UriPartial.Authority)}/channels/{guild}/{channel}/";
    }
}
