using System.Diagnostics;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Posting;

/// <summary>Puts Discord's failures into the outbox's words, with what a person must do.</summary>
internal sealed class Outcomes(ChannelRights rights)
{
    /// <summary>What a failed request means.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="channel">Where it happened.</param>
    /// <param name="needed">What the request takes beyond what posting takes.</param>
    public async Task<PostOutcome> OfAsync(DiscordFailure failure, Snowflake channel, Permissions needed, CancellationToken token) => failure switch
    {
        RateLimited it => new PostOutcome.RateLimited(Duration.FromTimeSpan(it.RetryAfter)),
        Unreachable it => new PostOutcome.Unreachable(it.Reason),
        Ambiguous it => new PostOutcome.Ambiguous(it.Reason, it.RetryAfter is { } wait ? Duration.FromTimeSpan(wait) : null),
        CredentialsDead it => new PostOutcome.CredentialsDead(it.Reason),
        Refused { Error: { Code: DiscordErrorCode.MissingPermissions } error } => await DeniedAsync(error, channel, needed, token),
        Refused it => Of(it.Error),
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// What a message means that came about without its embeds; null when nothing forbids them. Discord refuses embeds alone, but beside a
    /// mention it leaves them out, so that the mention stands there with nothing to say, and answers as if all were well.
    /// </summary>
    public async Task<PostOutcome?> OfBareAsync(Snowflake channel, CancellationToken token) =>
        (await rights.InAsync(channel, token)).Match(standing => standing.Missing(Permissions.EmbedLinks), _ => Permissions.None) is Permissions.None
            ? null
            : NotAllowed(Permissions.EmbedLinks);

    private static PostOutcome.NotAllowed NotAllowed(Permissions missing) =>
        new($"The bot lacks {PermissionNames.Of(missing)} in the channel.", Grant(missing));

    private static PostOutcome Of(DiscordError error) => error.Code switch
    {
        DiscordErrorCode.UnknownChannel => new PostOutcome.ChannelGone("Discord knows no such channel (any more)."),
        DiscordErrorCode.UnknownGuild => new PostOutcome.ChannelGone("The bot is not in that server (any more)."),
        DiscordErrorCode.UnknownMessage => new PostOutcome.MessageGone("The message was taken down by somebody."),
        DiscordErrorCode.MissingAccess => new PostOutcome.NotAllowed(
            "The bot cannot see the channel.", Grant(Permissions.ViewChannel)),
        DiscordErrorCode.LockedThread => new PostOutcome.NotAllowed(
            "The thread is locked.", "Unlock the thread, or follow from another channel."),
        DiscordErrorCode.ArchivedThread => new PostOutcome.NotAllowed(
            "The thread is archived, so nothing in it can be changed.", "Write something in the thread to reopen it."),
        DiscordErrorCode.NonTextChannel or DiscordErrorCode.WrongChannelType => new PostOutcome.NotAllowed(
            "That channel cannot hold messages.", "Follow from a text channel or from a thread."),
        DiscordErrorCode.CannotMessageUser or DiscordErrorCode.NoMutualGuild => new PostOutcome.NotAllowed(
            "That person takes no direct messages from the bot.", "Follow from a channel of a server the bot is in."),
        DiscordErrorCode.TooManyPins => new PostOutcome.NotAllowed(
            "The channel has as many pins as Discord allows.", "Unpin something there."),
        DiscordErrorCode.AutoModBlock or DiscordErrorCode.HarmfulLink => new PostOutcome.Rejected(
            $"The server's AutoMod stopped it ({error}). Exempt the bot's role from AutoMod."),
        DiscordErrorCode.SlowMode or DiscordErrorCode.ChannelWriteLimit or DiscordErrorCode.GuildWriteLimit or DiscordErrorCode.TooManyOldEdits
            or DiscordErrorCode.ResourceLimited or DiscordErrorCode.Overloaded => new PostOutcome.Unreachable($"Discord wants it later ({error})."),
        DiscordErrorCode.CloudflareBlock => new PostOutcome.Unreachable($"Discord's gatekeeper turned the request away ({error})."),
        DiscordErrorCode.General when error.Status is 403 or 404 => new PostOutcome.Unreachable(
            $"What answered does not speak like Discord; look at ApiUrl ({error})."),
        _ => new PostOutcome.Rejected($"Discord refuses it: {error}"),
    };

    /// <summary>Discord does not say which permission is missing, so we work it out.</summary>
    private async Task<PostOutcome> DeniedAsync(DiscordError error, Snowflake channel, Permissions needed, CancellationToken token)
    {
        var missing = (await rights.InAsync(channel, token)).Match(
            standing => standing.Missing(standing.NeededToPost | needed),
            _ => Permissions.None);
        return missing is Permissions.None
            ? new PostOutcome.NotAllowed($"The bot lacks a permission in the channel ({error}).", "Grant the bot what its invitation asks for, in that channel too.")
            : NotAllowed(missing);
    }

    /// <summary>What to do about missing permissions.</summary>
    public static string Grant(Permissions missing) =>
        $"Grant the bot's role {PermissionNames.Of(missing)} in that channel's permissions.";
}
