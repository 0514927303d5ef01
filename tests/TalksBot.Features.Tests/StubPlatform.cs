using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;

namespace TalksBot.Features.Tests;

/// <summary>A connection of which only its answers to questions matter.</summary>
internal sealed class StubPlatform(string name, ChannelCheck check) : IPlatform
{
    public string Name => name;

    public Capabilities Capabilities { get; } = new(CanEdit: false, CanDelete: false, CanPin: false, HasButtons: false, LongestText: 4_000);

    public Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) => Task.FromResult(check);

    /// <summary>Understands one mention only.</summary>
    public MentionReading ReadMention(string typed) => typed == "desk"
        ? new MentionReading.Understood("<desk>")
        : new MentionReading.Refused("Only the desk can be notified; write desk.");

    /// <summary>Where people are written to alone.</summary>
    public DirectAnswer DirectIs { get; init; } = new DirectAnswer.Opened(new ChannelAddress(name, "", "@ann"));

    /// <summary>What becomes of a post.</summary>
    public PostOutcome Outcome { get; set; } = new PostOutcome.Sent("1");

    /// <summary>What was posted past the outbox.</summary>
    public List<OutgoingPost> Posted { get; } = [];

    public Task<DirectAnswer> OpenDirectAsync(string person, CancellationToken token) => Task.FromResult(DirectIs);

    public Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token)
    {
        Posted.Add(post);
        return Task.FromResult(Outcome);
    }

    public Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token) => throw new NotSupportedException();

    public Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token) => throw new NotSupportedException();

    public Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token) => throw new NotSupportedException();

    public Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token) => throw new NotSupportedException();

    public Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) => throw new NotSupportedException();

    public Task<ProbeAnswer> ProbeAsync(CancellationToken token) => throw new NotSupportedException();

    public Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token) => throw new NotSupportedException();
}
