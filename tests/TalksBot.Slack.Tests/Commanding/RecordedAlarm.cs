using System.Collections.Concurrent;
using TalksBot.Core.Platforms;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>What the people who run the desk were told.</summary>
internal sealed class RecordedAlarm : IAlarm
{
    public ConcurrentQueue<Trouble> Raised { get; } = [];

    public Task RaiseAsync(Trouble trouble, CancellationToken token)
    {
        Raised.Enqueue(trouble);
        return Task.CompletedTask;
    }
}
