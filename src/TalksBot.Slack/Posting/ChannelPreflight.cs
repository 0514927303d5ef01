using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>Tells whether a post would succeed, and what would mend it, without posting.</summary>
internal sealed class ChannelPreflight(SlackConnection connection, ChannelHistory history)
{
    private const string Posting = "chat:write";

    /// <summary>Looks at a channel or a thread in it.</summary>
    public async Task<ChannelCheck> CheckAsync(SlackPlace place, CancellationToken token)
    {
        var answer = await connection.Api.Conversations.InfoAsync(place.Channel, token);
        if (answer is not Answered<SlackChannel> found)
        {
            return Outcomes.Words.ToFault(Outcomes.Of(((Failed<SlackChannel>)answer).Failure));
        }

        if (Objection(found.Value, place) is { } objection)
        {
            return objection;
        }

        // A compatible server may not say what the token may do.
        if (found.Scopes is { } scopes && !scopes.Contains(Posting, StringComparer.Ordinal))
        {
            return new ChannelCheck.Faulty($"The app lacks the scope {Posting}.", Outcomes.Grant(Posting));
        }

        return await history.ObjectionAsync(place, token) switch
        {
            null => new ChannelCheck.Ready(),
            Refused { Error.Code: "missing_scope" } failure => new ChannelCheck.Ready { Caution = Blind(Outcomes.Of(failure)) },
            var failure => Outcomes.Words.ToFault(Outcomes.Of(failure)),
        };
    }

    private static ChannelCheck.Faulty? Objection(SlackChannel channel, SlackPlace place) => channel switch
    {
        { IsArchived: true } => new("The channel is archived.", "Unarchive it, or follow the talks from another channel."),
        { IsMember: false, IsIm: false, IsMpim: false } => new("The bot is not in the channel.", KnownErrors.Invite),
        { IsReadOnly: true } => new(
            "The workspace lets only some people post in that channel.", "Allow the app in the channel's posting permissions, or follow the talks from another channel."),
        { IsThreadOnly: true } when place.ThreadTs is null => new(
            "The channel takes posts in threads only.", "Follow the talks from a thread there, or from another channel."),
        _ => null,
    };

    private static ChannelCheck.Faulty Blind(PostOutcome outcome)
    {
        var fault = Outcomes.Words.ToFault(outcome);
        return fault with { Why = $"{fault.Why} A post whose answer is lost cannot be looked for: it is sent again and may stand there twice." };
    }
}
