using TalksBot.Core.Channels;
using TalksBot.Core.Negotiations;

namespace TalksBot.Core.Leads;

/// <summary>A news feed that the desk reads: where it is, what is looked for in it, who is told, and when it is looked at next.</summary>
public sealed class NewsFeed
{
    /// <summary>The longest name of one, in characters: it stands as the source of what is published from it.</summary>
    public const int LongestLabel = 80;

    /// <summary>The longest list of words, in characters.</summary>
    public const int LongestWords = 500;

    private NewsFeed()
    {
    }

    /// <summary>Somebody has it read.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="wish">What is wanted of it.</param>
    /// <param name="channel">Where its leads are told.</param>
    /// <param name="stamp">Who wants it, where and when.</param>
    public NewsFeed(Uri address, FeedWish wish, ChannelAddress channel, Stamp stamp)
    {
        Channel = channel;
        By = stamp.By;
        At = stamp.At;
        Move(address);
        Want(wish);
        NextAt = stamp.At;
    }

    /// <summary>The row.</summary>
    public int Id { get; private set; }

    /// <summary>Where it is, on the web.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The host that is asked: one request at a time goes to it.</summary>
    public string Host { get; private set; } = "";

    /// <summary>Whose it is, as it may be printed.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The row of the talks that it is read for; null for all of the desk.</summary>
    public int? NegotiationId { get; private set; }

    /// <summary>The words to look for, with commas between them; empty where the names of the talks do, <see cref="FeedWish.Everything"/> for every item.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Where its leads are told.</summary>
    public ChannelAddress Channel { get; private set; } = null!;

    /// <summary>Why nothing of it is told; null where its leads are.</summary>
    public string? MutedBecause { get; private set; }

    /// <summary>Who wanted it.</summary>
    public string By { get; private set; } = "";

    /// <summary>Since when.</summary>
    public Instant At { get; private set; }

    /// <summary>When it is looked at next; null where it is not any more.</summary>
    public Instant? NextAt { get; private set; }

    /// <summary>Until when a look that has begun may take; null where none is under way.</summary>
    public Instant? BusyUntil { get; private set; }

    /// <summary>When it was read last; null where it never was.</summary>
    public Instant? ReadAt { get; private set; }

    /// <summary>How often in a row it could not be read.</summary>
    public int Failures { get; private set; }

    /// <summary>Why it could not be read the last time; empty where it could.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>The validator that its host gave with what was read last; null for none.</summary>
    public string? ETag { get; private set; }

    /// <summary>When its host says that it was changed last, as it came; null for none.</summary>
    public string? LastModified { get; private set; }

    /// <summary>As commands and the audit name it, such as <c>F3</c>.</summary>
    public string Name => $"F{Id}";

    /// <summary>Where it is.</summary>
    public Uri Link => new(Address);

    /// <summary>What is wanted of it.</summary>
    public FeedWish Wish => new(Label, NegotiationId, Words);

    /// <summary>It is wanted otherwise.</summary>
    public void Want(FeedWish wish) => (Label, NegotiationId, Words) = (wish.Label, wish.Talks, wish.Words);

    /// <summary>Nothing of it is told any more, or its leads are again.</summary>
    /// <param name="because">Why; null to tell them again.</param>
    /// <param name="now">The moment; one that is told again is looked at at once, and what came meanwhile is passed over.</param>
    public void Mute(string? because, Instant now)
    {
        MutedBecause = because;
        NextAt = because is null ? now : null;
        (ReadAt, Failures, Trouble) = because is null ? (null, 0, "") : (ReadAt, Failures, Trouble);
    }

    /// <summary>It has moved; what its old host said of its answer means nothing at the new one.</summary>
    public void Move(Uri address)
    {
        (Address, Host) = (address.AbsoluteUri, address.IdnHost.ToLowerInvariant());
        (ETag, LastModified) = (null, null);
    }

    /// <summary>A look begins.</summary>
    /// <param name="until">Until when nobody else begins one.</param>
    public void Begin(Instant until) => (BusyUntil, NextAt) = (until, until);

    /// <summary>It was read, or has not changed.</summary>
    public void Read(Instant now, Instant next)
    {
        (ReadAt, NextAt, BusyUntil) = (now, MutedBecause is null ? next : null, null);
        (Failures, Trouble) = (0, "");
    }

    /// <summary>What its host says of what was read, to be sent back exactly.</summary>
    public void Validate(string? etag, string? lastModified) => (ETag, LastModified) = (etag, lastModified);

    /// <summary>It could not be read.</summary>
    public void Fail(string trouble, Instant next)
    {
        (Failures, Trouble) = (Failures + 1, trouble);
        (NextAt, BusyUntil) = (MutedBecause is null ? next : null, null);
    }
}

/// <summary>What is wanted of a feed.</summary>
/// <param name="Label">Whose it is, as it may be printed.</param>
/// <param name="Talks">The row of the talks that it is read for; null for all of the desk.</param>
/// <param name="Words">The words to look for, with commas between them; empty where the names of the talks do.</param>
public sealed record FeedWish(string Label, int? Talks, string Words)
{
    /// <summary>The word by which every item is told.</summary>
    public const string Everything = "all";
}
