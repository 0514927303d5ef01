using TalksBot.Core.Platforms;

namespace TalksBot.Features.Tests;

/// <summary>A connection of which only the answer to a check matters.</summary>
internal sealed class StubPlatform(string name, ChannelCheck check) : IPlatform
{
    public string Name => name;

    public Capabilities Capabilities { get; } = new(CanEdit: false, CanDelete: false, CanPin: false, HasButtons: false, LongestText: 4_000);

    public Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) => Task.FromResult(check);

    public Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token) => throw new NotSupportedException();

    public Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token) => throw new NotSupportedException();

    public Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token) => throw new NotSupportedException();

    public Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token) => throw new NotSupportedException();

    public Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token) => throw new NotSupportedException();
}
