using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Posting;

/// <summary>Tells whether a post would succeed, and what would mend it, without posting.</summary>
internal sealed class ChannelPreflight(ChannelRights rights, Outcomes outcomes)
{
    /// <summary>Looks at a channel.</summary>
    public async Task<ChannelCheck> CheckAsync(Snowflake channel, CancellationToken token) => await rights.InAsync(channel, token) switch
    {
        Answered<ChannelStanding> it => Of(it.Value),
        Failed<ChannelStanding> it => Faulty(await outcomes.OfAsync(it.Failure, channel, Permissions.None, token)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ChannelCheck Of(ChannelStanding standing)
    {
        if (!standing.HoldsMessages)
        {
            return new ChannelCheck.Faulty("That channel cannot hold messages.", "Follow from a text channel or from a thread.");
        }

        if (standing.IsLocked)
        {
            return new ChannelCheck.Faulty("The thread is locked.", "Unlock the thread, or follow from another channel.");
        }

        var missing = standing.Missing(standing.NeededToPost);
        return missing is Permissions.None
            ? new ChannelCheck.Ready()
            : new ChannelCheck.Faulty($"The bot lacks {PermissionNames.Of(missing)} in the channel.", Outcomes.Grant(missing));
    }

    private static ChannelCheck.Faulty Faulty(PostOutcome outcome) => outcome switch
    {
        PostOutcome.ChannelGone it => new(it.Why, "Follow the talks again from a channel that exists."),
        PostOutcome.NotAllowed it => new(it.Why, it.Mend),
        PostOutcome.CredentialsDead it => new(it.Why, "Put a valid token into the configuration and start again."),
        PostOutcome.Rejected it => new(it.Why, "Look the channel's address up again."),
        PostOutcome.Unreachable it => new(it.Why, Later),
        PostOutcome.Ambiguous it => new(it.Why, Later),
        _ => new("Discord asks to wait.", Later),
    };

    private const string Later = "Check again in a minute; if it lasts, look at https://discordstatus.com.";
}
