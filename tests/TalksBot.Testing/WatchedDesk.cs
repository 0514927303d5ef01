using System.Collections.Concurrent;
using TalksBot.Core.Commands;

namespace TalksBot.Slack.Tests.Commanding;

/// <summary>A desk that counts what reaches it and takes its time; its only command is <c>note</c>.</summary>
internal sealed class WatchedDesk : ICommandDesk
{
    public ConcurrentQueue<CommandCall> Calls { get; } = [];

    public TimeSpan Takes { get; set; }

    /// <summary>What it answers; by default what was noted.</summary>
    public Func<CommandCall, Reply> Answer { get; set; } = call => Reply.Answer($"noted {call["text"]}");

    public CommandBook Book => field ??= new(
    [
        new CommandSpec("note", "write something down", Role.Reader, [new ParameterSpec("text", ParameterKind.Text, "what") { Required = true }]) { Changes = true },
    ]);

    public Task<Reply> RunAsync(string line, Caller caller, CancellationToken token) => throw new NotSupportedException();

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        await Task.Delay(Takes, token);
        Calls.Enqueue(call);
        return Answer(call);
    }

    public Task<IReadOnlyList<Completion>> CompleteAsync(
        CommandSpec spec, string parameter, string typed, IReadOnlyDictionary<string, string> given, Caller caller, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<Completion>>([]);
}
