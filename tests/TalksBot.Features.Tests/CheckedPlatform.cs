using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Tests;

/// <summary>A connection that answers whether its channels can be posted to as a test says.</summary>
internal sealed class CheckedPlatform(string name) : IPlatform
{
    private int _asked;

    public Func<ChannelAddress, Task<ChannelCheck>> Answer { get; set; } = _ => Task.FromResult<ChannelCheck>(new ChannelCheck.Ready());

    /// <summary>How often it was asked.</summary>
    public int Asked => _asked;

    public string Name => name;

    public Capabilities Capabilities { get; } = new(CanEdit: false, CanDelete: false, CanPin: false, HasButtons: false, LongestText: 4_000);

    public Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token)
    {
        Interlocked.Increment(ref _asked);
        return Answer(channel);
    }

    public MentionReading ReadMention(string typed) => new MentionReading.Understood(typed);

    public Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token) => throw new NotSupportedException();

    public Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token) => throw new NotSupportedException();

    public Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token) => throw new NotSupportedException();

    public Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token) => throw new NotSupportedException();

    public Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token) => throw new NotSupportedException();

    public Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) => throw new NotSupportedException();

    public Task<ProbeAnswer> ProbeAsync(CancellationToken token) => throw new NotSupportedException();

    public Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token) => throw new NotSupportedException();
}
