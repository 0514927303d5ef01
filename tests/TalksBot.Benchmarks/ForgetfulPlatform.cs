using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;

namespace TalksBot.Benchmarks;

/// <summary>A platform that takes everything and remembers nothing, so that years do not fill the memory.</summary>
internal sealed class ForgetfulPlatform : IPlatform
{
    /// <inheritdoc/>
    public string Name => "terminal";

    /// <inheritdoc/>
    public Capabilities Capabilities { get; } = new(CanEdit: true, CanDelete: true, CanPin: true, HasButtons: true, LongestText: 10_000, Ahead: 32);

    /// <inheritdoc/>
    public Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token) => Sent(post.Key.Value);

    /// <inheritdoc/>
    public Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token) => Sent(message.MessageId);

    /// <inheritdoc/>
    public Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token) => Sent(message.MessageId);

    /// <inheritdoc/>
    public Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token) => Sent(message.MessageId);

    /// <inheritdoc/>
    public Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token) => Sent(message.MessageId);

    /// <inheritdoc/>
    public Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) => Task.FromResult<Uri?>(null);

    /// <inheritdoc/>
    public Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token) => Task.FromResult<Lookup>(new Lookup.Absent());

    /// <inheritdoc/>
    public Task<ProbeAnswer> ProbeAsync(CancellationToken token) => Task.FromResult<ProbeAnswer>(new ProbeAnswer.Answers());

    /// <inheritdoc/>
    public Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) => Task.FromResult<ChannelCheck>(new ChannelCheck.Ready());

    /// <inheritdoc/>
    public MentionReading ReadMention(string typed) => new MentionReading.Understood(typed);

    private static Task<PostOutcome> Sent(string id) => Task.FromResult<PostOutcome>(new PostOutcome.Sent(id));
}
