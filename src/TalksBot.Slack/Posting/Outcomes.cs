using System.Diagnostics;
using TalksBot.Chat.Posting;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Posting;

/// <summary>Puts Slack's failures into the outbox's words, with what a person must do (slack.md §13).</summary>
internal static class Outcomes
{
    /// <summary>How Slack is spoken of.</summary>
    public static readonly PlatformWords Words = new("Slack", "https://slack-status.com") { RefusesByHalves = true };

    /// <summary>What a failed request means.</summary>
    public static PostOutcome Of(SlackFailure failure) => failure switch
    {
        Refused { Error: { Code: "missing_scope", Needed: { Length: > 0 } scope } } => new PostOutcome.NotAllowed($"The app lacks the scope {scope}.", Grant(scope)),
        _ => Words.ToOutcome(Read(failure)),
    };

    /// <summary>A failure of Slack's in the words that all platforms share.</summary>
    public static CallFailure Read(SlackFailure failure) => failure switch
    {
        RateLimited it => new CallFailure.RateLimited(Duration.FromTimeSpan(it.RetryAfter)),
        Unreachable it => new CallFailure.Unreachable(it.Reason),
        Ambiguous it => new CallFailure.Ambiguous(it.Reason, it.RetryAfter is { } wait ? Duration.FromTimeSpan(wait) : null),
        CredentialsDead it => new CallFailure.CredentialsDead(KnownErrors.Of(it.Code)!.With(it.Code)),
        Refused it => new CallFailure.Refused($"{it.Error}", KnownErrors.Of(it.Error.Code)) { IsOfPlatform = !IsSomebodyElses(it.Error) },
        _ => throw new UnreachableException(),
    };

    /// <summary>True when the blocks themselves are refused, and the same words as text would not be.</summary>
    public static bool BlocksRefused(SlackFailure failure) => MeaningOf(failure) is ErrorMeaning.FormRefused;

    /// <summary>True when the words may be taken where they were refused with their picture.</summary>
    public static bool MayGoWithoutPicture(SlackFailure failure) => MeaningOf(failure) is ErrorMeaning.FormRefused or ErrorMeaning.PictureRefused;

    /// <summary>What to do about a scope the app lacks.</summary>
    public static string Grant(string scope) =>
        $"Add the scope {scope} under OAuth & Permissions on the app's page at Slack, and install the app in the workspace again.";

    /// <summary>What a refusal says; null where it is none, or where nobody knows.</summary>
    public static ErrorMeaning? MeaningOf(SlackFailure failure) => failure is Refused refused ? KnownErrors.Of(refused.Error.Code)?.Meaning : null;

    /// <summary>Only a status came, from a proxy or from a program that is not Slack.</summary>
    private static bool IsSomebodyElses(SlackError error) => error.Code.StartsWith("http_", StringComparison.Ordinal);
}
