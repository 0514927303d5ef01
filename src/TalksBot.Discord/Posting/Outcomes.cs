using System.Diagnostics;
using TalksBot.Chat.Posting;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Posting;

/// <summary>Puts Discord's failures into the outbox's words, with what a person must do.</summary>
internal sealed class Outcomes(ChannelRights rights)
{
    /// <summary>How Discord is spoken of.</summary>
    public static readonly PlatformWords Words = new("Discord", "https://discordstatus.com");

    /// <summary>What a failed request means.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="channel">Where it happened.</param>
    /// <param name="needed">What the request takes beyond what posting takes.</param>
    public async Task<PostOutcome> OfAsync(DiscordFailure failure, Snowflake channel, Permissions needed, CancellationToken token) => failure switch
    {
        Refused { Error: { Code: DiscordErrorCode.MissingPermissions } error } => await DeniedAsync(error, channel, needed, token),
        _ => Words.ToOutcome(Read(failure)),
    };

    /// <summary>A failure of Discord's in the words that all platforms share.</summary>
    public static CallFailure Read(DiscordFailure failure) => failure switch
    {
        RateLimited it => new CallFailure.RateLimited(Duration.FromTimeSpan(it.RetryAfter)),
        Unreachable it => new CallFailure.Unreachable(it.Reason),
        Ambiguous it => new CallFailure.Ambiguous(it.Reason, it.RetryAfter is { } wait ? Duration.FromTimeSpan(wait) : null),
        CredentialsDead it => new CallFailure.CredentialsDead(it.Reason),
        Refused it => new CallFailure.Refused($"{it.Error}", KnownErrors.Of(it.Error.Code)) { IsOfPlatform = !IsSomebodyElses(it.Error) },
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

    /// <summary>A proxy's page, or the answer of a program that knows none of Discord's addresses.</summary>
    private static bool IsSomebodyElses(DiscordError error) => !error.IsDiscords || error is { Code: DiscordErrorCode.General, Status: 403 or 404 or 405 };

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
