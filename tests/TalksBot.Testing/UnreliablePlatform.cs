using TalksBot.Core.Channels;
using TalksBot.Core.Platforms;

namespace TalksBot.Testing;

/// <summary>A platform that can be put out of reach: then nothing that is asked of it arrives.</summary>
public sealed class UnreliablePlatform(IPlatform platform) : IPlatform
{
    private static readonly PostOutcome Lost = new PostOutcome.Unreachable("connection refused");

    /// <summary>True while nothing arrives.</summary>
    public bool IsOutOfReach { get; set; }

    /// <inheritdoc/>
    public string Name => platform.Name;

    /// <inheritdoc/>
    public Capabilities Capabilities => platform.Capabilities;

    /// <inheritdoc/>
    public Task<PostOutcome> PostAsync(OutgoingPost post, CancellationToken token) => TryAsync(() => platform.PostAsync(post, token));

    /// <inheritdoc/>
    public Task<PostOutcome> EditAsync(MessageAddress message, OutgoingPost post, CancellationToken token) =>
        TryAsync(() => platform.EditAsync(message, post, token));

    /// <inheritdoc/>
    public Task<PostOutcome> DeleteAsync(MessageAddress message, CancellationToken token) => TryAsync(() => platform.DeleteAsync(message, token));

    /// <inheritdoc/>
    public Task<PostOutcome> PinAsync(MessageAddress message, CancellationToken token) => TryAsync(() => platform.PinAsync(message, token));

    /// <inheritdoc/>
    public Task<PostOutcome> UnpinAsync(MessageAddress message, CancellationToken token) => TryAsync(() => platform.UnpinAsync(message, token));

    /// <inheritdoc/>
    public Task<PostOutcome> OpenThreadAsync(MessageAddress message, OutgoingPost post, CancellationToken token) => TryAsync(() => platform.OpenThreadAsync(message, post, token));

    /// <inheritdoc/>
    public Task<Uri?> LinkAsync(MessageAddress message, CancellationToken token) => IsOutOfReach ? Task.FromResult<Uri?>(null) : platform.LinkAsync(message, token);

    /// <inheritdoc/>
    public Task<Lookup> FindAsync(OutgoingPost post, CancellationToken token) => platform.FindAsync(post, token);

    /// <inheritdoc/>
    public Task<ProbeAnswer> ProbeAsync(CancellationToken token) =>
        IsOutOfReach ? Task.FromResult<ProbeAnswer>(new ProbeAnswer.Silent("connection refused")) : platform.ProbeAsync(token);

    /// <inheritdoc/>
    public Task<ChannelCheck> CheckAsync(ChannelAddress channel, CancellationToken token) => platform.CheckAsync(channel, token);

    /// <inheritdoc/>
    public Task<DirectAnswer> OpenDirectAsync(string person, CancellationToken token) =>
        IsOutOfReach ? Task.FromResult<DirectAnswer>(new DirectAnswer.Closed("connection refused")) : platform.OpenDirectAsync(person, token);

    /// <inheritdoc/>
    public Task<string?> NameOfAsync(string mention, CancellationToken token) => IsOutOfReach ? Task.FromResult<string?>(null) : platform.NameOfAsync(mention, token);

    /// <inheritdoc/>
    public MentionReading ReadMention(string typed) => platform.ReadMention(typed);

    private Task<PostOutcome> TryAsync(Func<Task<PostOutcome>> act) => IsOutOfReach ? Task.FromResult(Lost) : act();
}
