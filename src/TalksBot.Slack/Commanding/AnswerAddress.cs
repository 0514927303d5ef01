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
