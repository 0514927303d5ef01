using System.Collections.Concurrent;
using TalksBot.Core.Platforms;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>What the people who run the desk were told.</summary>
internal sealed class RecordedAlarm : IAlarm
{
    public ConcurrentQueue<Trouble> Raised { get; } = [];

    /// <summary>Whether people can give commands, as it was told last.</summary>
    public ConcurrentDictionary<string, bool> Listens { get; } = [];

    public void Lost(string connection, string why) => Listens[connection] = false;

    public void Live(string connection) => Listens[connection] = true;

    public Task RaiseAsync(Trouble trouble, CancellationToken token)
    {
        Raised.Enqueue(trouble);
        return Task.CompletedTask;
    }
}
