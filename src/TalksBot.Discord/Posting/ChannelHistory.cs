using TalksBot.Chat.Posting;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Posting;

/// <summary>Looks for a post in its channel by the reference in its footer.</summary>
internal sealed class ChannelHistory(DiscordRest rest, ChannelRights rights)
{
    private const int PageLength = 100;

    /// <summary>Clocks differ: a message may seem to be older than the post that it carries.</summary>
    private static readonly Duration ClockSlack = Duration.FromMinutes(5);

    /// <summary>Looks back to just before the post was due.</summary>
    public async Task<Lookup> FindAsync(OutgoingPost post, Snowflake channel, CancellationToken token)
    {
        var standing = await rights.InAsync(channel, token);
        if (standing is Failed<ChannelAccess> failed)
        {
            return Unread(failed.Failure);
        }

        // Without this permission Discord shows an empty channel rather than refusing.
        if (((Answered<ChannelAccess>)standing).Value.Missing(Permissions.ReadMessageHistory) is not Permissions.None)
        {
            return new Lookup.Unknown("The bot cannot read back what it posted.", Outcomes.Grant(Permissions.ReadMessageHistory));
        }

        return (await rights.MeAsync(token)) switch
        {
            Answered<Snowflake> me => await PageBackAsync(post, channel, me.Value, token),
            Failed<Snowflake> unknown => Unread(unknown.Failure),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Lookup> PageBackAsync(OutgoingPost post, Snowflake channel, Snowflake me, CancellationToken token)
    {
        var from = (post.DueAt - ClockSlack).ToDateTimeOffset();
        Snowflake? before = null;
        while (true)
        {
            var answer = await rest.Messages.ListAsync(channel, new MessageRange(PageLength, before), token);
            if (answer is not Answered<IReadOnlyList<DiscordMessage>>(var page))
            {
                return Unread(((Failed<IReadOnlyList<DiscordMessage>>)answer).Failure);
            }

            if (page.FirstOrDefault(message => message.Author?.Id == me && Carries(message, post)) is { } found)
            {
                return new Lookup.Found(found.Id.ToString());
            }

            if (page.Count < PageLength || page[^1].Id.MadeAt < from)
            {
                return new Lookup.Absent();
            }

            before = page[^1].Id;
        }
    }

    /// <summary>Four characters can repeat; the nonce cannot, but Discord forgets it.</summary>
    private static bool Carries(DiscordMessage message, OutgoingPost post) =>
        message.Nonce is { } nonce
            ? nonce == post.Key.Value
            : (message.Embeds ?? []).Any(embed => PostReference.Is(embed.Footer?.Text, post));

    /// <summary>A channel that the bot is not let into shows nobody a post of the bot's that they might miss.</summary>
    private static Lookup Unread(DiscordFailure failure) =>
        failure is Refused { Error.Code: DiscordErrorCode.MissingAccess } ? new Lookup.Absent() : Outcomes.Words.ToLookup(Outcomes.Read(failure));
}
