using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TalksBot.Chat.Commanding;

/// <summary>The boundary where the bug of one command, press or form stops, so that the others keep their session.</summary>
/// <param name="log">Told of each bug.</param>
public sealed partial class CommandBoundary(ILogger<CommandBoundary> log)
{
    private readonly ConcurrentDictionary<Task, byte> _underWay = [];

    /// <summary>Does the work; never throws.</summary>
    /// <param name="connection">The connection it came by.</param>
    /// <param name="what">What it is, for the log.</param>
    /// <param name="work">The work.</param>
    /// <param name="token">Cancelled when the program stops, which ends the work without a word: the platform tells whoever waits.</param>
    public async Task RunAsync(string connection, string what, Func<Task> work, CancellationToken token)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The program stops.
        }
#pragma warning disable CA1031 // The command boundary: one interaction's bug must not cost the others their session.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(fault, connection, what);
        }
    }

    /// <summary>Begins the work and waits for none of it.</summary>
    /// <param name="connection">The connection it came by.</param>
    /// <param name="what">What it is, for the log.</param>
    /// <param name="work">The work.</param>
    /// <param name="token">Cancelled when the program stops.</param>
    public void Begin(string connection, string what, Func<Task> work, CancellationToken token) =>
        Hold(Task.Run(() => RunAsync(connection, what, work, token), CancellationToken.None));

    /// <summary>Counts work that has begun as under way until it ends.</summary>
    public void Hold(Task work)
    {
        _underWay.TryAdd(work, 0);
        _ = work.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>Ends with the last work that is under way.</summary>
    public Task WhenDone() => Task.WhenAll(_underWay.Keys);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Connection} failed at {What}")]
    private partial void Failed(Exception fault, string connection, string what);
}
