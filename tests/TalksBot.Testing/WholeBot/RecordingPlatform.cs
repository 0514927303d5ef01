using System.Collections.Concurrent;
using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;

namespace TalksBot.Testing.WholeBot;

/// <summary>A platform that only remembers; it can be told to answer something else than "sent".</summary>
public sealed class RecordingPlatform(IClock start) : IPlatform
{
    private readonly ConcurrentQueue<Seen> _seen = [];
    private readonly ConcurrentQueue<Seen> _edits = [];
    private readonly ConcurrentQueue<string> _pins = [];
    private readonly ConcurrentQueue<string> _unpins = [];
    private readonly ConcurrentQueue<string> _deleted = [];
    private readonly ConcurrentDictionary<string, Seen> _byKey = [];

    /// <summary>The clock by which posts become visible.</summary>
    public IClock Clock { get; set; } = start;

    /// <summary>Every post that became visible, in order.</summary>
    public IReadOnlyList<Seen> Seen => [.. _seen];

    /// <summary>Every change of a message that was made, in order.</summary>
    public IReadOnlyList<Seen> Edits => [.. _edits];

    /// <summary>The ids of the messages that were pinned, in order.</summary>
    public IReadOnlyList<string> Pins => [.. _pins];

    /// <summary>The ids of the messages whose pin was taken away, in order.</summary>
    public IReadOnlyList<string> Unpins => [.. _unpins];

    /// <summary>The ids of the messages that were taken down, in order.</summary>
    public IReadOnlyList<string> Deleted => [.. _deleted];

    /// <summary>What to answer instead of editing a message; null to edit it.</summary>
    public Func<MessageAddress, PostOutcome?> EditTrouble { get; set; } = _ => null;

    /// <summary>What to answer instead of taking a message down; null to take it down.</summary>
    public Func<MessageAddress, PostOutcome?> DeleteTrouble { get; set; } = _ => null;

    /// <summary>What to answer instead of pinning a message; null to pin it.</summary>
    public Func<MessageAddress, PostOutcome?> PinTrouble { get; set; } = _ => null;

    /// <summary>What to answer when asked whether a channel can be posted to; null to say that it can.</summary>
    public Func<ChannelAddress, ChannelCheck?> CheckTrouble { get; set; } = _ => null;

    /// <summary>How many requests to change a message came in, whatever the answer.</summary>
    public int Changes => _changes;

    /// <summary>How many requests to post came in, whatever the answer.</summary>
    public int Requests => _requests;

    /// <summary>How often it was asked whether it is there.</summary>
    public int Probes => _probes;

    /// <summary>What to answer when asked whether it is there; null to say that it is.</summary>
    public Func<ProbeAnswer?> ProbeTrouble { get; set; } = () => null;

    /// <summary>True while the platform is out of reach: nothing that is asked of it arrives.</summary>
    public bool IsDown { get; set; }

    /// <summary>What happens while a post is with the platform.</summary>
    public Func<OutgoingPost, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>What to answer instead of posting; null to post.</summary>
    public Func<OutgoingPost, PostOutcome?> Trouble { get; set; } = _ => null;

    /// <summary>Posts that become visible although the answer is lost.</summary>
    public Func<OutgoingPost, bool> LosesAnswer { get; set; } = _ => false;

    /// <inheritdoc/>
    public string Name { get; init; } = "terminal";

    /// <inheritdoc/>
    public Capabilities Capabilities { get; init; } = new(
        CanEdit: true, CanDelete: true, CanPin: true, HasButtons: true, LongestText: 10_000, Ahead: 32);

    private PostOutcome? Down => IsDown ? new PostOutcome.Unreachable("connection refused") : null;

    private int _probes;
    private int _requests;
    private int _changes;

    /// <inheritdoc/>
    public async Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token)
    {
        Interlocked.Increment(ref _requests);
        await Meanwhile(post);
        if ((Down ?? Trouble(post)) is { } trouble)
        {
            return trouble;
        }

        var seen = new Seen(post, Clock.GetCurrentInstant());
        _seen.Enqueue(seen);
        _byKey[post.Key.Value] = seen;
        return LosesAnswer(post) ? new PostOutcome.Ambiguous("the answer was lost") : new PostOutcome.Sent(post.Key.Value);
    }

    /// <summary>What each channel shows now, in order of posting: edits included.</summary>
    public IReadOnlyList<Seen> Showing => [.. Seen.Where(seen => !_deleted.Contains(seen.Post.Key.Value)).Select(seen => _byKey[seen.Post.Key.Value])];

    /// <inheritdoc/>
    public Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token)
    {
        Interlocked.Increment(ref _changes);
        if ((Down ?? EditTrouble(message)) is { } trouble)
        {
            return Task.FromResult(trouble);
        }

        var edited = new Seen(post, Clock.GetCurrentInstant());
        _edits.Enqueue(edited);
        _byKey[message.MessageId] = edited;
        return Task.FromResult<PostOutcome>(new PostOutcome.Sent(message.MessageId));
    }

    /// <inheritdoc/>
    public Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token)
    {
        Interlocked.Increment(ref _changes);
        if ((Down ?? DeleteTrouble(message)) is { } trouble)
        {
            return Task.FromResult(trouble);
        }

        _deleted.Enqueue(message.MessageId);
        return Task.FromResult<PostOutcome>(new PostOutcome.Sent(message.MessageId));
    }

    /// <inheritdoc/>
    public Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token)
    {
        Interlocked.Increment(ref _changes);
        if ((Down ?? PinTrouble(message)) is { } trouble)
        {
            return Task.FromResult(trouble);
        }

        _pins.Enqueue(message.MessageId);
        return Task.FromResult<PostOutcome>(new PostOutcome.Sent(message.MessageId));
    }

    /// <inheritdoc/>
    public Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token)
    {
        Interlocked.Increment(ref _changes);
        if (Down is { } down)
        {
            return Task.FromResult(down);
        }

        _unpins.Enqueue(message.MessageId);
        return Task.FromResult<PostOutcome>(new PostOutcome.Sent(message.MessageId));
    }

    /// <inheritdoc/>
    public Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) =>
        Task.FromResult<Uri?>(new Uri($"https://chat.example/{message.Channel.Channel}/{message.MessageId}"));

    /// <inheritdoc/>
    public Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token) =>
        Task.FromResult<Lookup>(IsDown ? new Lookup.Unknown("connection refused") : _byKey.ContainsKey(post.Key.Value) ? new Lookup.Found(post.Key.Value) : new Lookup.Absent());

    /// <inheritdoc/>
    public Task<ProbeAnswer> ProbeAsync(CancellationToken token)
    {
        Interlocked.Increment(ref _probes);
        return Task.FromResult(IsDown ? new ProbeAnswer.Silent("connection refused") : ProbeTrouble() ?? new ProbeAnswer.Answers());
    }

    /// <inheritdoc/>
    public Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) =>
        Task.FromResult(CheckTrouble(channel) ?? new ChannelCheck.Ready());

    /// <inheritdoc/>
    public MentionReading ReadMention(string typed) => new MentionReading.Understood(typed);
}
