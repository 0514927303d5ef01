using TalksBot.Slack.Wire;

namespace TalksBot.Slack.Commanding;

/// <summary>Where a person can be answered after the receipt: five times within thirty minutes, wherever they are (slack.md §7).</summary>
/// <param name="url">Slack's address, which is a secret.</param>
/// <param name="place">Where an answer goes.</param>
internal sealed class AnswerAddress(Secret url, AnswerPlace place, TimeProvider time)
{
    private const int Uses = 5;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly DateTimeOffset _until = time.GetUtcNow() + Life;
    private int _used;

    /// <summary>Where an answer goes.</summary>
    public AnswerPlace Place => place;

    /// <summary>The address for one more answer; null when Slack would not take it any more.</summary>
    public Secret? Use() => time.GetUtcNow() < _until && Interlocked.Increment(ref _used) <= Uses ? url : null;
}

/// <summary>Where an answer at an address goes.</summary>
internal enum AnswerPlace
{
    /// <summary>Below a command: a private message, which nothing said at the same address replaces (slack.md §7).</summary>
    Own = 0,

    /// <summary>In place of the private message whose button was pressed.</summary>
    Original = 1,

    /// <summary>Beside the post whose button was pressed, which everybody sees and nothing may replace.</summary>
    Beside = 2,
}
