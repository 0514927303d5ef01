namespace TalksBot.Testing;

/// <summary>A message as a reader of the channel sees it.</summary>
/// <param name="Text">All its words with the platform's markup resolved, so what a reader would read.</param>
public sealed record VisibleMessage(string Text)
{
    /// <summary>Whom it notified.</summary>
    public IReadOnlyList<string> Pings { get; init; } = [];

    /// <summary>The pictures beside the words, each as its alternative text.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>It is pinned.</summary>
    public bool IsPinned { get; init; }
}
