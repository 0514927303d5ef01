using System.Diagnostics;
using TalksBot.Core.Platforms;
using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Posting;

/// <summary>Puts Slack's failures into the outbox's words, with what a person must do (slack.md §13).</summary>
internal static class Outcomes
{
    /// <summary>What a failed request means.</summary>
    public static PostOutcome Of(SlackFailure failure) => failure switch
    {
        RateLimited it => new PostOutcome.RateLimited(Duration.FromTimeSpan(it.RetryAfter)),
        Unreachable it => new PostOutcome.Unreachable(it.Reason),
        Ambiguous it => new PostOutcome.Ambiguous(it.Reason, it.RetryAfter is { } wait ? Duration.FromTimeSpan(wait) : null),
        CredentialsDead it => KnownErrors.Of(it.Code)!.ToOutcome(it.Code),
        Refused it => Of(it.Error),
        _ => throw new UnreachableException(),
    };

    /// <summary>True when the blocks themselves are refused, and the same words as text would not be.</summary>
    public static bool BlocksRefused(SlackFailure failure) => MeaningOf(failure) is ErrorMeaning.FormRefused;

    /// <summary>True when the words may be taken where they were refused with their picture.</summary>
    public static bool MayGoWithoutPicture(SlackFailure failure) => MeaningOf(failure) is ErrorMeaning.FormRefused or ErrorMeaning.PictureRefused;

    /// <summary>True when Slack itself refuses, for a reason that no table knows.</summary>
    public static bool IsUnexplained(SlackFailure failure) => failure is Refused refused && MeaningOf(failure) is null && !IsSomebodyElses(refused.Error);

    /// <summary>What to do about a scope the app lacks.</summary>
    public static string Grant(string scope) =>
        $"Add the scope {scope} under OAuth & Permissions on the app's page at Slack, and install the app in the workspace again.";

    /// <summary>What a refusal says; null where it is none, or where nobody knows.</summary>
    public static ErrorMeaning? MeaningOf(SlackFailure failure) => failure is Refused refused ? KnownErrors.Of(refused.Error.Code)?.Meaning : null;

    private static PostOutcome Of(SlackError error) => error switch
    {
        { Code: "missing_scope", Needed: { Length: > 0 } scope } => new PostOutcome.NotAllowed($"The app lacks the scope {scope}.", Grant(scope)),
        _ when KnownErrors.Of(error.Code) is { } known => known.ToOutcome($"{error}"),
        _ when IsSomebodyElses(error) => new PostOutcome.Unreachable($"What answered does not speak like Slack; look at ApiUrl ({error})."),

        // It may be of a kind that is not done by halves, or not.
        _ => new PostOutcome.Ambiguous($"Slack refuses it for now ({error})."),
    };

    /// <summary>Only a status came, from a proxy or from a program that is not Slack.</summary>
    private static bool IsSomebodyElses(SlackError error) => error.Code.StartsWith("http_", StringComparison.Ordinal);
}
