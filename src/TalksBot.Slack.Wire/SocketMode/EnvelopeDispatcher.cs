using System.Collections.Concurrent;
using System.Text.Json;
using TalksBot.Slack.Wire.Envelopes;

namespace TalksBot.Slack.Wire.SocketMode;

/// <summary>Takes a connection's envelopes, hands each on once and sees that all are acknowledged in time.</summary>
internal sealed class EnvelopeDispatcher(SocketContext context, IFrameSocket socket)
{
    private readonly ConcurrentDictionary<Task, bool> _running = [];

    /// <summary>Ends when the handler is done with everything that came.</summary>
    public Task IdleAsync() => Task.WhenAll(_running.Keys);

    /// <summary>Takes a frame that has an envelope's id; answers at once.</summary>
    public void Take(string id, JsonElement frame, CancellationToken cancellationToken)
    {
        var envelope = Read(id, frame);
        var isNew = context.Seen.IsNew(id, (envelope.Content as SlackEvent)?.EventId);
        if (!isNew)
        {
            context.Counters.Repeat();
        }

        var running = isNew ? HandleAsync(envelope, cancellationToken) : AcknowledgeAsync(envelope, cancellationToken);
        _running[running] = true;
        _ = running.ContinueWith(
            ended => _running.TryRemove(ended, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private Envelope Read(string id, JsonElement frame)
    {
        var accepts = Json.Flag(frame, "accepts_response_payload") ?? false;
        return new(id, Content(frame), new(socket, id, accepts))
        {
            AcceptsPayload = accepts,
            RetryAttempt = Json.Number(frame, "retry_attempt") ?? 0,
        };
    }

    private static Incoming Content(JsonElement frame)
    {
        var kind = Json.Text(frame, "type") ?? "";
        var payload = Json.Property(frame, "payload") ?? frame;
        return kind switch
        {
            "slash_commands" => IncomingReader.Command(payload),
            "interactive" => IncomingReader.Interaction(payload),
            "events_api" => IncomingReader.Event(payload),
            _ => new UnknownIncoming(kind, new(payload)),
        };
    }

    private static Task<bool> AcknowledgeAsync(Envelope envelope, CancellationToken cancellationToken) =>
        envelope.Ack.SendAsync(null, cancellationToken);

    // Off the reader's thread, so that a handler that computes for long keeps no other envelope waiting.
    private async Task HandleAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        await Task.Yield();
        using var handled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = AcknowledgeInTimeAsync(envelope, handled.Token);
        var handling = InvokeAsync(envelope, cancellationToken);
        await handling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await envelope.Ack.SendAsync(null, CancellationToken.None);
        await handled.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (handling.IsFaulted)
        {
            context.Failure.TrySetException(handling.Exception.InnerExceptions);
        }
    }

    // A handler that is no async method may throw before there is a task.
    private async Task InvokeAsync(Envelope envelope, CancellationToken cancellationToken) =>
        await context.Handler(envelope, cancellationToken);

    private async Task AcknowledgeInTimeAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        await Task.Delay(context.Options.AckWithin, context.Time, cancellationToken);
        await envelope.Ack.SendAsync(null, CancellationToken.None);
    }
}

/// <summary>Remembers what was handed on, over all connections, because Slack may tell it again (slack.md §6).</summary>
internal sealed class SeenEnvelopes
{
    // Slack gives up repeating after some minutes; this many ids last longer than that at any pace it delivers.
    private const int Most = 20_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>True the first time, whichever of the ids comes again; both are remembered.</summary>
    public bool IsNew(string envelopeId, string? eventId)
    {
        lock (_gate)
        {
            var isNew = Add($"envelope {envelopeId}");
            return (eventId is null || Add($"event {eventId}")) && isNew;
        }
    }

    private bool Add(string id)
    {
        if (!_seen.Add(id))
        {
            return false;
        }

        _order.Enqueue(id);
        if (_order.Count > Most)
        {
            _seen.Remove(_order.Dequeue());
        }

        return true;
    }
}
