using System.Diagnostics;
using System.Globalization;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>Looks for a post in its channel or thread by the mark it carries.</summary>
internal sealed class ChannelHistory(SlackConnection connection)
{
    private const int PageLength = 200;

    /// <summary>Clocks differ: a message may seem to be older than the post that it carries.</summary>
    private static readonly Duration ClockSlack = Duration.FromMinutes(5);

    /// <summary>Looks back to just before the post was due.</summary>
    public async Task<Lookup> FindAsync(OutgoingPost post, SlackPlace place, CancellationToken token) => await connection.WhoAsync(token) switch
    {
        Answered<Identity>(var me) => await PageAsync(post, place, me, token),
        Failed<Identity>(var failure) => Unread(failure),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether the bot may look at all; null when it may.</summary>
    public async Task<SlackFailure?> ObjectionAsync(SlackPlace place, CancellationToken token) =>
        (await ReadAsync(place, new HistoryRange { Limit = 1 }, token)).Match<SlackFailure?>(_ => null, failure => failure);

    private async Task<Lookup> PageAsync(OutgoingPost post, SlackPlace place, Identity me, CancellationToken token)
    {
        string? cursor = null;
        do
        {
            var range = new HistoryRange { Oldest = From(post), Limit = PageLength, Cursor = cursor, WithMetadata = true, Inclusive = true };
            var answer = await ReadAsync(place, range, token);
            if (answer is not Answered<Page<SlackMessage>>(var page))
            {
                return Unread(((Failed<Page<SlackMessage>>)answer).Failure);
            }

            // Anybody can copy a mark; nobody else can post as the bot.
            if (page.Items.FirstOrDefault(message => IsOf(me, message) && PostMark.Marks(message, post)) is { Ts: { } ts })
            {
                return new Lookup.Found(ts);
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return new Lookup.Absent();
    }

    private Task<SlackAnswer<Page<SlackMessage>>> ReadAsync(SlackPlace place, HistoryRange range, CancellationToken token) =>
        place.ThreadTs is { } parent
            ? connection.Api.Conversations.RepliesAsync(new MessageRef(place.Channel, parent), range, token)
            : connection.Api.Conversations.HistoryAsync(place.Channel, range, token);

    private static bool IsOf(Identity me, SlackMessage message) =>
        message.User == me.UserId || (me.BotId is not null && message.BotId == me.BotId);

    private static string From(OutgoingPost post) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Max(0, (post.DueAt - ClockSlack).ToUnixTimeSeconds())}.000000");

    private static Lookup Unread(SlackFailure failure) => failure switch
    {
        // Nobody sees what stands in a channel that is gone, and the next attempt will be told so.
        Refused { Error.Code: "channel_not_found" } => new Lookup.Absent(),
        Refused { Error.Code: "missing_scope" or "not_in_channel" } when Outcomes.Of(failure) is PostOutcome.NotAllowed it => new Lookup.Unanswerable(it.Why, it.Mend),
        _ => Outcomes.Words.ToLookup(Outcomes.Read(failure)),
    };
}
