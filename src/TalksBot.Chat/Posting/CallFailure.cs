using System.Diagnostics;
using TalksBot.Core.Platforms;

namespace TalksBot.Chat.Posting;

/// <summary>
/// How a call to a platform failed, whatever the platform: an adapter maps its client's failures to these, and everything that TalksBot
/// says of them follows. A closed set.
/// </summary>
public abstract record CallFailure
{
    private CallFailure()
    {
    }

    /// <summary>Not done, and not to be tried before that much time has passed.</summary>
    public sealed record RateLimited(Duration After) : CallFailure;

    /// <summary>Not done: nothing that the platform could act on left this machine.</summary>
    /// <param name="Why">What happened, in one sentence.</param>
    /// <param name="After">How long the platform asks to be left alone; null where it does not say.</param>
    public sealed record Unreachable(string Why, Duration? After = null) : CallFailure;

    /// <summary>Nobody knows whether it was done.</summary>
    /// <param name="Why">What happened, in one sentence.</param>
    /// <param name="After">How long the platform asks to be left alone; null where it does not say.</param>
    public sealed record Ambiguous(string Why, Duration? After) : CallFailure;

    /// <summary>The platform does not accept the token.</summary>
    /// <param name="Why">What it says, in one sentence.</param>
    public sealed record CredentialsDead(string Why) : CallFailure;

    /// <summary>Not done, and the platform says why.</summary>
    /// <param name="Error">The platform's own words, for whoever looks into it.</param>
    /// <param name="Known">What the table of errors says of it; null where nobody knows.</param>
    public sealed record Refused(string Error, KnownError? Known) : CallFailure
    {
        /// <summary>False where a proxy, or a program that is not the platform, answered in its place.</summary>
        public bool IsOfPlatform { get; init; } = true;
    }

    /// <summary>True when the platform itself refuses, for a reason that no table knows.</summary>
    public bool IsUnexplained => this is Refused { Known: null, IsOfPlatform: true };
}

/// <summary>How a platform is spoken of where a call to it failed. Pure.</summary>
/// <param name="Name">Its name, as people write it.</param>
/// <param name="StatusPage">Where its outages are told.</param>
public sealed record PlatformWords(string Name, string StatusPage)
{
    /// <summary>True where a refusal that nobody can explain may have been carried out in part.</summary>
    public bool RefusesByHalves { get; init; }

    private string AsksToWait => $"{Name} asks to wait.";

    /// <summary>What a failure means for a post.</summary>
    public PostOutcome ToOutcome(CallFailure failure) => failure switch
    {
        CallFailure.RateLimited it => new PostOutcome.RateLimited(it.After),
        CallFailure.Unreachable it => new PostOutcome.Unreachable(it.Why, it.After),
        CallFailure.Ambiguous it => new PostOutcome.Ambiguous(it.Why, it.After),
        CallFailure.CredentialsDead it => new PostOutcome.CredentialsDead(it.Why),
        CallFailure.Refused { Known: { } known } it => known.ToOutcome(it.Error),
        CallFailure.Refused { IsOfPlatform: false } it => new PostOutcome.Unreachable($"What answered does not speak like {Name}; look at ApiUrl ({it.Error})."),
        CallFailure.Refused it when RefusesByHalves => new PostOutcome.Ambiguous(ForNow(it)),
        CallFailure.Refused it => new PostOutcome.Unreachable(ForNow(it)),
        _ => throw new UnreachableException(),
    };

    /// <summary>What a failure means for the search for a post.</summary>
    public Lookup ToLookup(CallFailure failure) => failure switch
    {
        // Nobody sees what stands in a channel that is gone, and the next attempt will be told so.
        CallFailure.Refused { Known.Meaning: ErrorMeaning.ChannelGone } => new Lookup.Absent(),
        CallFailure.Refused { Known: { Meaning: ErrorMeaning.NotAllowed } known } => new Lookup.Unknown($"{Name} does not let the bot look: {known.Why}", known.Mend),
        CallFailure.Refused it => new Lookup.Unknown($"{Name} does not let the bot look: {it.Error}"),
        CallFailure.RateLimited => new Lookup.Unknown(AsksToWait),
        CallFailure.Unreachable it => new Lookup.Unknown(it.Why),
        CallFailure.Ambiguous it => new Lookup.Unknown(it.Why),
        CallFailure.CredentialsDead it => new Lookup.Unknown(it.Why),
        _ => throw new UnreachableException(),
    };

    /// <summary>What a failure says of whether the platform is there; null where the question was answered.</summary>
    public ProbeAnswer ToProbe(CallFailure? failure) => failure switch
    {
        null => new ProbeAnswer.Answers(),
        CallFailure.CredentialsDead it => new ProbeAnswer.CredentialsDead(it.Why),
        CallFailure.RateLimited it => new ProbeAnswer.Silent(AsksToWait) { After = it.After },
        CallFailure.Ambiguous it => new ProbeAnswer.Silent(it.Why) { After = it.After },
        CallFailure.Unreachable it => new ProbeAnswer.Silent(it.Why) { After = it.After },
        CallFailure.Refused it => new ProbeAnswer.Silent($"{Name} answered {it.Error}."),
        _ => throw new UnreachableException(),
    };

    /// <summary>What keeps posts from a channel, where looking at it went wrong.</summary>
    public ChannelCheck.Faulty ToFault(PostOutcome outcome) => outcome switch
    {
        PostOutcome.ChannelGone it => new(it.Why, "Follow the talks again from a channel or a thread that exists."),
        PostOutcome.NotAllowed it => new(it.Why, it.Mend),
        PostOutcome.CredentialsDead it => new(it.Why, "Put a valid token into the configuration and start again."),
        PostOutcome.Rejected it => new(it.Why, "Look the channel's address up again."),
        PostOutcome.Unreachable it => new(it.Why, Later),
        PostOutcome.Ambiguous it => new(it.Why, Later),
        _ => new(AsksToWait, Later),
    };

    private string Later => $"Check again in a minute; if it lasts, look at {StatusPage}.";

    private string ForNow(CallFailure.Refused refusal) => $"{Name} refuses it for now ({refusal.Error}).";
}
