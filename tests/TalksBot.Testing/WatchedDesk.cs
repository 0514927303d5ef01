using System.Collections.Concurrent;
using TalksBot.Core.Commands;

namespace TalksBot.Testing;

/// <summary>A desk that counts what reaches it and takes its time; its only command is <c>note</c>.</summary>
public sealed class WatchedDesk : ICommandDesk
{
    /// <summary>The commands it was given, in order.</summary>
    public ConcurrentQueue<CommandCall> Calls { get; } = [];

    /// <summary>How long it takes over each.</summary>
    public TimeSpan Takes { get; set; }

    /// <summary>Whether the command counts as one that changes something.</summary>
    public bool Changes { get; init; } = true;

    /// <summary>What it answers; by default what was noted.</summary>
    public Func<CommandCall, Reply> Answer { get; set; } = call => Reply.Answer($"noted {call["text"]}");

    /// <summary>The file beside every answer; null where there is none.</summary>
    public ReplyFile? File { get; init; }

    /// <inheritdoc/>
    public CommandBook Book => field ??= new(
    [
        new CommandSpec("note", "write something down", Role.Reader, [new ParameterSpec("text", ParameterKind.Text, "what") { Required = true }]) { Changes = Changes },
    ]);

    /// <inheritdoc/>
    public Task<Reply> RunAsync(string line, Caller caller, CancellationToken token) => throw new NotSupportedException();

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken token)
    {
        await Task.Delay(Takes, token);
        Calls.Enqueue(call);
        var reply = Answer(call);
        return reply with { File = File ?? reply.File };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Completion>> CompleteAsync(
        CommandSpec spec, string parameter, string typed, IReadOnlyDictionary<string, string> given, Caller caller, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<Completion>>([]);
}
