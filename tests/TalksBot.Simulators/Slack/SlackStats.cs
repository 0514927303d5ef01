using System.Collections.Concurrent;

namespace TalksBot.Simulators.Slack;

/// <summary>What a simulated Slack counted since it started.</summary>
public sealed class SlackStats
{
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _errors = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> _statuses = [];
    private readonly ConcurrentQueue<string> _invalid = [];
    private int _lateAcks;
    private int _acks;
    private int _timeOuts;
    private int _retries;

    /// <summary>Requests by Web API method.</summary>
    public IReadOnlyDictionary<string, int> Requests => _requests;

    /// <summary>Answers with <c>ok:false</c>, by error code.</summary>
    public IReadOnlyDictionary<string, int> Errors => _errors;

    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    public int TooManyRequests => _statuses.GetValueOrDefault(429);

    /// <summary>Requests and acknowledgements that were malformed, each with the method and Slack's complaint.</summary>
    public IReadOnlyCollection<string> InvalidRequests => _invalid;

    public int MessagesPosted { get; internal set; }

    public int SocketConnections { get; internal set; }

    /// <summary>Envelopes acknowledged in time.</summary>
    public int AckedEnvelopes => Volatile.Read(ref _acks);

    /// <summary>Acknowledgements that came too late, twice, or for an envelope nobody sent.</summary>
    public int LateAcks => Volatile.Read(ref _lateAcks);

    /// <summary>Commands, presses and forms that nobody acknowledged within the deadline.</summary>
    public int TimedOut => Volatile.Read(ref _timeOuts);

    /// <summary>Events sent again because nobody acknowledged them.</summary>
    public int EventRetries => Volatile.Read(ref _retries);

    internal void Count(string method) => _requests.AddOrUpdate(method, 1, (_, count) => count + 1);

    internal void Count(int status) => _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);

    internal void CountError(string error) => _errors.AddOrUpdate(error, 1, (_, count) => count + 1);

    internal void CountAck() => Interlocked.Increment(ref _acks);

    internal void CountTimeOut() => Interlocked.Increment(ref _timeOuts);

    internal void CountRetry() => Interlocked.Increment(ref _retries);

    internal void CountLateAck() => Interlocked.Increment(ref _lateAcks);

    internal void AddInvalid(string what, IEnumerable<string> complaints) => _invalid.Enqueue($"{what}: {string.Join("; ", complaints)}");
}
