using Microsoft.Extensions.Logging;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Times;

namespace TalksBot.Features.Outbox;

/// <summary>
/// Watches over which connections people can give commands. A loss that lasts is one line and one word to the operations channel, and so is
/// its end; one that is over at once, as when a platform renews its sockets, is neither.
/// </summary>
internal sealed partial class CommandLosses(TimeProvider time, IClock clock, ConnectionPosts posts, ILogger<CommandLosses> log) : IDisposable
{
    private static readonly TimeSpan _warnAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _tellAfter = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Loss> _losses = new(StringComparer.Ordinal);

    /// <summary>Nobody can give a command over the connection.</summary>
    public void Begin(string connection, string why)
    {
        var loss = BeginOrKeep(connection, why, out var began);
        if (began)
        {
            _ = WatchAsync(connection, loss);
        }
    }

    /// <summary>Nobody can until somebody mends it, and that is told by whoever calls; false when the same was told already.</summary>
    public bool Stop(Trouble trouble)
    {
        var loss = BeginOrKeep(trouble.Connection, trouble.What, out _);
        lock (_gate)
        {
            var isNew = loss.Stopped != trouble.What;
            (loss.Stopped, loss.IsWarned, loss.IsTold) = (trouble.What, true, true);
            return isNew;
        }
    }

    /// <summary>People can.</summary>
    public void End(string connection)
    {
        Loss? loss;
        lock (_gate)
        {
            _losses.Remove(connection, out loss);
        }

        if (loss is null)
        {
            return;
        }

        loss.Over.TrySetResult();
        if (loss.IsWarned)
        {
            var span = TimeWording.Span(clock.GetCurrentInstant() - loss.Since);
            Back(connection, span);
        }

        if (loss.IsTold)
        {
            _ = posts.TellAsync(connection, canPost: true, Ended(connection, loss), CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var loss in _losses.Values)
            {
                loss.Over.TrySetResult();
            }

            _losses.Clear();
        }
    }

    private Loss BeginOrKeep(string connection, string why, out bool began)
    {
        lock (_gate)
        {
            began = !_losses.TryGetValue(connection, out var loss);
            if (loss is null)
            {
                _losses[connection] = loss = new Loss(clock.GetCurrentInstant());
            }

            loss.Why = why;
            return loss;
        }
    }

    private async Task WatchAsync(string connection, Loss loss)
    {
        if (await IsOverWithinAsync(loss, _warnAfter))
        {
            return;
        }

        if (!loss.IsWarned)
        {
            loss.IsWarned = true;
            Gone(connection, loss.Why);
        }

        if (!await IsOverWithinAsync(loss, _tellAfter - _warnAfter) && !loss.IsTold)
        {
            loss.IsTold = true;
            await posts.TellAsync(connection, canPost: true, Begun(connection, loss), CancellationToken.None);
        }
    }

    private async Task<bool> IsOverWithinAsync(Loss loss, TimeSpan span) =>
        await Task.WhenAny(loss.Over.Task, Task.Delay(span, time)) == loss.Over.Task;

    private Post Begun(string connection, Loss loss) => new(
        $"{connection} took no commands from {posts.Clock(loss.Since)} on: {loss.Why}",
        Severity.Pressing,
        [new PostPiece.Line("TalksBot keeps trying to connect and says when it is back. Posts go another way, and are told of by themselves should they fail too. Give commands on another platform or with say.")]);

    private Post Ended(string connection, Loss loss) => new(
        $"{connection} takes commands again since {posts.Clock(clock.GetCurrentInstant())}, after {TimeWording.Span(clock.GetCurrentInstant() - loss.Since)}",
        Severity.Good,
        [new PostPiece.Line("Commands given there meanwhile may not have arrived: whoever got no answer gives them again.")]);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Connection} takes no commands, and TalksBot keeps trying: {Why}")]
    private partial void Gone(string connection, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Connection} takes commands again after {Span}")]
    private partial void Back(string connection, string span);

    private sealed class Loss(Instant since)
    {
        public Instant Since => since;

        public TaskCompletionSource Over { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Why { get; set; } = "";

        public bool IsWarned { get; set; }

        public bool IsTold { get; set; }

        public string? Stopped { get; set; }
    }
}
