using TalksBot.Core.Agenda;

namespace TalksBot.Storage.Nodes;

/// <summary>The workers that share the database.</summary>
public interface INodes
{
    /// <summary>True where there can be others.</summary>
    bool AreShared { get; }

    /// <summary>Says that this one is there, and looks at the database's clock.</summary>
    /// <returns>How far this machine's own clock is ahead of the database's.</returns>
    Task<Duration> BeatAsync(CancellationToken token);

    /// <summary>Those that were heard of lately, and what each of them sends for.</summary>
    Task<IReadOnlyList<KnownNode>> ListAsync(CancellationToken token);

    /// <summary>This one stops, and says so.</summary>
    Task LeaveAsync(CancellationToken token);

    /// <summary>Gives the others a hint that there is something for them; it may be lost, and they find it themselves a little later.</summary>
    void Tell(NodeHint hint);

    /// <summary>Hears the hints of the others until stopped; where they cannot be heard it does nothing.</summary>
    Task ListenAsync(Func<NodeHint, Task> heard, CancellationToken token);
}

/// <summary>A node as the others see it.</summary>
/// <param name="Node">What it said of itself.</param>
/// <param name="SendsFor">The connections that it sends for.</param>
/// <param name="Silent">For how long it has not been heard of.</param>
/// <param name="IsSelf">True of this one.</param>
public sealed record KnownNode(Node Node, IReadOnlyList<string> SendsFor, Duration Silent, bool IsSelf);

/// <summary>What a change left for others to do.</summary>
/// <param name="HasPosts">Something waits in the outbox.</param>
/// <param name="IsOtherwise">The record reads otherwise, for those who show it.</param>
/// <param name="First">The first new moment of the agenda of each kind.</param>
public sealed record NodeHint(bool HasPosts, bool IsOtherwise, IReadOnlyDictionary<MomentKind, Instant> First);

/// <summary>Where one worker has the database alone, there are no others.</summary>
internal sealed class NoNodes : INodes
{
    /// <inheritdoc/>
    public bool AreShared => false;

    /// <inheritdoc/>
    public Task<Duration> BeatAsync(CancellationToken token) => Task.FromResult(Duration.Zero);

    /// <inheritdoc/>
    public Task<IReadOnlyList<KnownNode>> ListAsync(CancellationToken token) => Task.FromResult<IReadOnlyList<KnownNode>>([]);

    /// <inheritdoc/>
    public Task LeaveAsync(CancellationToken token) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Tell(NodeHint hint)
    {
    }

    /// <inheritdoc/>
    public Task ListenAsync(Func<NodeHint, Task> heard, CancellationToken token) => Task.CompletedTask;
}
