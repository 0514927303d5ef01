using System.Collections.Concurrent;
using TalksBot.Core.Commands;
using TalksBot.Core.Posts;

namespace TalksBot.Terminal.Tests;

/// <summary>Remembers what was typed; a line with a question mark is refused with two choices, one with an exclamation mark can be undone.</summary>
internal sealed class RecordingDesk : ICommandDesk
{
    public ConcurrentQueue<(string Line, Caller Caller)> Typed { get; } = [];

    public CommandBook Book { get; } = new([]);

    public Task<Reply> RunAsync(string line, Caller caller, CancellationToken token)
    {
        Typed.Enqueue((line, caller));
        return Task.FromResult(line.Contains('?', StringComparison.Ordinal)
            ? Reply.Refuse("Say which.", [new PostButton("a", "/talks a"), new PostButton("b", "/talks b")])
            : line.Contains('!', StringComparison.Ordinal)
                ? Reply.Answer(new Post(line, Severity.Calm, []) { Buttons = [new PostButton("More", "/talks list page:2"), new PostButton("Undo", "/talks undo x")] })
                : Reply.Answer(line));
    }

    public Task<Reply> RunAsync(CommandCall call, CancellationToken token) => throw new NotSupportedException();

    public Task<IReadOnlyList<Completion>> CompleteAsync(
        CommandSpec spec, string parameter, string typed, IReadOnlyDictionary<string, string> given, Caller caller, CancellationToken token) =>
        throw new NotSupportedException();
}
