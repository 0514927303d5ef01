using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Posting;

/// <summary>Tells whether a post would succeed, and what would mend it, without posting.</summary>
internal sealed class ChannelPreflight(SlackConnection connection, ChannelHistory history)
{
    private const string Posting = "chat:write";
    private const string Later = "Check again in a minute; if it lasts, look at https://slack-status.com.";

    /// <summary>Looks at a channel or a thread in it.</summary>
    public async Task<ChannelCheck> CheckAsync(SlackPlace place, CancellationToken token)
    {
        var answer = await connection.Api.Conversations.InfoAsync(place.Channel, token);
        if (answer is not Answered<SlackChannel> found)
        {
            return Faulty(Outcomes.Of(((Failed<SlackChannel>)answer).Failure));
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
            var failure => Faulty(Outcomes.Of(failure)),
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
        var fault = Faulty(outcome);
        return fault with { Why = $"{fault.Why} A post whose answer is lost cannot be looked for: it is sent again and may stand there twice." };
    }

    private static ChannelCheck.Faulty Faulty(PostOutcome outcome) => outcome switch
    {
        PostOutcome.ChannelGone it => new(it.Why, "Follow the talks again from a thread or channel that exists."),
        PostOutcome.NotAllowed it => new(it.Why, it.Mend),
        PostOutcome.CredentialsDead it => new(it.Why, "Put a valid token into the configuration and start again."),
        PostOutcome.Rejected it => new(it.Why, "Look the channel's address up again."),
        PostOutcome.Unreachable it => new(it.Why, Later),
        PostOutcome.Ambiguous it => new(it.Why, Later),
        _ => new("Slack asks to wait.", Later),
    };
}
