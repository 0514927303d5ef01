using System.Collections.Concurrent;
using TalksBot.Core.Platforms;

namespace TalksBot.Chat.Posting;

/// <summary>A row of a platform's table of errors.</summary>
/// <param name="Meaning">What the code says of a request.</param>
/// <param name="Why">What is wrong, in one sentence.</param>
/// <param name="Mend">What a person can do about it, in one sentence.</param>
public sealed record KnownError(ErrorMeaning Meaning, string Why, string Mend)
{
    /// <summary>What is advised where time alone mends it.</summary>
    public const string TimeMends = "Nothing need be done: it is tried again by itself.";

    /// <summary>The error in the outbox's words.</summary>
    /// <param name="detail">The platform's own words, for whoever looks into it.</param>
    public PostOutcome ToOutcome(string detail) => Meaning switch
    {
        ErrorMeaning.NotNow => new PostOutcome.Unreachable(With(detail)),
        ErrorMeaning.Unclear => new PostOutcome.Ambiguous(With(detail)),
        ErrorMeaning.TokenDead => new PostOutcome.CredentialsDead(With(detail)),
        ErrorMeaning.ConnectionHeld => new PostOutcome.CredentialsDead($"{With(detail)} {Mend}"),
        ErrorMeaning.ChannelGone => new PostOutcome.ChannelGone(Why, Mend),
        ErrorMeaning.MessageGone => new PostOutcome.MessageGone(Why),
        ErrorMeaning.NotAllowed => new PostOutcome.NotAllowed(Why, Mend),
        _ => new PostOutcome.Rejected(With(detail), Mend),
    };

    /// <summary>What is wrong, with the platform's own words in brackets.</summary>
    public string With(string detail) => $"{Why.TrimEnd('.')} ({detail}).";
}

/// <summary>What one of a platform's error codes says of a request.</summary>
public enum ErrorMeaning
{
    /// <summary>Not done, and it may be done later.</summary>
    NotNow,

    /// <summary>It may have been done.</summary>
    Unclear,

    /// <summary>The token is of no more use.</summary>
    TokenDead,

    /// <summary>Nothing can be done over the connection until a person acts; everything waits for that.</summary>
    ConnectionHeld,

    /// <summary>The channel, or the thread in it, is no more.</summary>
    ChannelGone,

    /// <summary>The message is no more.</summary>
    MessageGone,

    /// <summary>Not in this channel, until a person allows it.</summary>
    NotAllowed,

    /// <summary>Never, as it stands.</summary>
    Never,

    /// <summary>Never in this form; the same words in a plainer one may be taken.</summary>
    FormRefused,

    /// <summary>Never with this picture; the words alone may be taken.</summary>
    PictureRefused,

    /// <summary>It was so already.</summary>
    AlreadySo,
}

/// <summary>
/// Refusals that no table explains are no word that a post can never work, so it is tried again; but not for ever, since
/// the posts behind it wait. After that it is given up, which people are told of.
/// </summary>
public sealed class RefusalPatience
{
    /// <summary>How often a post may be refused without a known reason: about half a minute of trying.</summary>
    public const int Most = 8;

    private const string Mend = "Nobody here knows that answer; report it with the post's reference, and say it another way meanwhile.";

    private readonly ConcurrentDictionary<DeliveryKey, int> _refusals = [];

    /// <summary>A post was refused and nobody knows why.</summary>
    /// <param name="post">The post.</param>
    /// <param name="outcome">What to answer while it is tried.</param>
    /// <param name="why">What the platform says.</param>
    public PostOutcome Spend(DeliveryKey post, PostOutcome outcome, string why)
    {
        if (_refusals.AddOrUpdate(post, 1, (_, times) => times + 1) < Most)
        {
            return outcome;
        }

        Forget(post);
        return new PostOutcome.Rejected($"It was tried {Most} times. {why}", Mend);
    }

    /// <summary>It came to an end.</summary>
    public void Forget(DeliveryKey post) => _refusals.TryRemove(post, out _);
}
