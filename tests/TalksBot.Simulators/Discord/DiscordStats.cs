using System.Collections.Concurrent;

namespace TalksBot.Simulators.Discord;

/// <summary>What a simulated Discord counted since it started.</summary>
public sealed class DiscordStats
{
    private readonly ConcurrentDictionary<string, int> _requests = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> _statuses = [];
    private readonly ConcurrentQueue<string> _requestFaults = [];
    private readonly ConcurrentQueue<int> _closes = [];

    /// <summary>Requests by OpenAPI operation id.</summary>
    public IReadOnlyDictionary<string, int> Requests => _requests;

    public IReadOnlyDictionary<int, int> Statuses => _statuses;

    public int TooManyRequests => _statuses.GetValueOrDefault(429);

    /// <summary>Where request bodies strayed from the OpenAPI document, each with its operation.</summary>
    public IReadOnlyCollection<string> RequestFaults => _requestFaults;

    /// <summary>Close codes the simulator sent, in order.</summary>
    public IReadOnlyCollection<int> Closes => _closes;

    public int MessagesCreated { get; internal set; }

    /// <summary>Posts answered with the message of an earlier post because of an enforced nonce.</summary>
    public int NonceHits { get; internal set; }

    public int Identifies { get; internal set; }

    public int Resumes { get; internal set; }

    /// <summary>Resumes sent to the first address instead of <c>resume_gateway_url</c>.</summary>
    public int ResumesAtWrongUrl { get; internal set; }

    public int Heartbeats { get; internal set; }

    /// <summary>How long after hello the latest connection's first heartbeat came.</summary>
    public TimeSpan? FirstHeartbeatAfter { get; internal set; }

    public int GatewayConnections { get; internal set; }

    /// <summary>Interactions that nobody answered within the deadline.</summary>
    public int MissedInteractions { get; internal set; }

    internal void Count(string operation) => _requests.AddOrUpdate(operation, 1, (_, count) => count + 1);

    internal void Count(int status) => _statuses.AddOrUpdate(status, 1, (_, count) => count + 1);

    internal void AddRequestFaults(string operation, IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            _requestFaults.Enqueue($"{operation} {fault}");
        }
    }

    internal void AddClose(int code) => _closes.Enqueue(code);
}
