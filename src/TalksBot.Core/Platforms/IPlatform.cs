using TalksBot.Core.Channels;

namespace TalksBot.Core.Platforms;

/// <summary>
/// One connection to one chat platform. Every expected failure is an answer; an exception is a bug of the adapter.
/// Implementations may be called for different channels at the same time. For one channel it is called at
/// most twice at once: to post, and to change what stands there (edit, delete, pin, unpin); neither may wait for the other.
/// </summary>
public interface IPlatform
{
    /// <summary>The connection's name, as in <see cref="ChannelAddress.ConnectionName"/>.</summary>
    string Name { get; }

    /// <summary>What this platform can do.</summary>
    Capabilities Capabilities { get; }

    /// <summary>Shows the post in its channel, once; a repeated key may be recognised by the platform itself.</summary>
    Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token);

    /// <summary>Replaces a message's content. Not allowed where <see cref="Capabilities.CanEdit"/> is false.</summary>
    Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token);

    /// <summary>Takes a message back. Not allowed where <see cref="Capabilities.CanDelete"/> is false.</summary>
    Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token);

    /// <summary>Pins a message. Not allowed where <see cref="Capabilities.CanPin"/> is false.</summary>
    Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token);

    /// <summary>Takes a message's pin away; one that is not pinned counts as done. Not allowed where <see cref="Capabilities.CanPin"/> is false.</summary>
    Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token);

    /// <summary>
    /// Opens a thread from a message of a channel; one that is open counts as done. Not allowed where <see cref="Capabilities.HasThreads"/> is
    /// false. What is sent is the thread's place, as <see cref="ChannelAddress.Channel"/> names it.
    /// </summary>
    Task<PostOutcome> OpenThreadAsync(MessageAddress message, OutgoingPost post, CancellationToken token) =>
        Task.FromResult<PostOutcome>(new PostOutcome.Rejected($"{Name} has no threads."));

    /// <summary>A message's address on the web, for people who must look at it; null where the platform has none or cannot say now.</summary>
    Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token);

    /// <summary>Looks whether a post whose answer was lost is visible in its channel.</summary>
    Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token);

    /// <summary>
    /// Asks by one cheap read, past every queue, whether the platform is there and accepts the connection's credentials; answered within
    /// seconds. It is called once at a time.
    /// </summary>
    Task<ProbeAnswer> ProbeAsync(CancellationToken token);

    /// <summary>Tells whether a post to the channel would succeed now, without posting.</summary>
    Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token);

    /// <summary>Tells whether a mention would notify whom it means in a channel, without posting; null where it would, or where the platform does not say.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="mention">The mention, as <see cref="ReadMention"/> gives it.</param>
    Task<ChannelCheck.Faulty?> CheckMentionAsync(ChannelAddress channel, string mention, CancellationToken token) => Task.FromResult<ChannelCheck.Faulty?>(null);

    /// <summary>Finds where one person of the platform can be written to alone.</summary>
    /// <param name="person">Who, as callers of this platform are named lastingly.</param>
    Task<DirectAnswer> OpenDirectAsync(string person, CancellationToken token) =>
        Task.FromResult<DirectAnswer>(new DirectAnswer.Closed($"Nobody can be written to alone over {Name}."));

    /// <summary>How somebody is called whom a mention notifies; null where the mention is of nobody in particular, or the platform does not say now.</summary>
    /// <param name="mention">The mention, as <see cref="ReadMention"/> gives it.</param>
    Task<string?> NameOfAsync(string mention, CancellationToken token) => Task.FromResult<string?>(null);

    /// <summary>Reads whom a channel's bulletins shall notify, in the platform's own words, without asking the platform.</summary>
    /// <param name="typed">What somebody typed: not empty, on one line.</param>
    MentionReading ReadMention(string typed);
}

/// <summary>What a platform can do; posts are degraded by this and never by the platform's name.</summary>
/// <param name="CanEdit">A message may be changed after it was posted.</param>
/// <param name="CanDelete">A message may be taken back.</param>
/// <param name="CanPin">A message may be pinned in its channel.</param>
/// <param name="HasButtons">Buttons are shown and their presses come back.</param>
/// <param name="LongestText">The most characters one post may hold.</param>
/// <param name="Ahead">How many posts of one channel may be taken in hand at once: 1 where posting is paced by limits.</param>
/// <param name="ShowsPictures">Pictures are shown; the outbox then sends words first and lets their picture follow by an edit.</param>
public sealed record Capabilities(
    bool CanEdit, bool CanDelete, bool CanPin, bool HasButtons, int LongestText, int Ahead = 1, bool ShowsPictures = false)
{
    /// <summary>A thread may be opened from a message, with posts of its own.</summary>
    public bool HasThreads { get; init; }

    /// <summary>How many messages a channel takes within a while, as far as is known before the platform has said so itself; null where it does not matter.</summary>
    public ChannelPace? Pace { get; init; }
}

/// <summary>How many messages a channel takes within a while, changes counted.</summary>
/// <param name="Posts">So many.</param>
/// <param name="Within">The while.</param>
public sealed record ChannelPace(int Posts, Duration Within);
