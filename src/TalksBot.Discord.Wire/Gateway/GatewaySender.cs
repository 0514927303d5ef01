using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>Sends frames over one connection, keeping below 120 in a minute (discord.md §9).</summary>
internal sealed class GatewaySender(IFrameSocket socket, GatewaySession session, TimeProvider time)
{
    private const int MostInWindow = 110;
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(1);

    private readonly Queue<long> _sent = new();
    private readonly Lock _gate = new();

    public Task<bool> IdentifyAsync(IdentifyData identify, CancellationToken cancellationToken) =>
        SendAsync(new(Opcode.Identify, identify), WireJson.Default.GatewayCommandIdentifyData, cancellationToken);

    public Task<bool> ResumeAsync(Secret token, CancellationToken cancellationToken) =>
        SendAsync(
            new(Opcode.Resume, new ResumeData(token, session.Id!, session.Sequence!.Value)),
            WireJson.Default.GatewayCommandResumeData,
            cancellationToken);

    public Task<bool> BeatAsync(CancellationToken cancellationToken) =>
        SendAsync(new(session.Sequence), WireJson.Default.HeartbeatCommand, cancellationToken);

    // A frame over the allowance is dropped: only a server asking for beats without end can bring that about.
    private async Task<bool> SendAsync<T>(T command, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        !Allow() || await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command, type), cancellationToken);

    private bool Allow()
    {
        lock (_gate)
        {
            while (_sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= _window)
            {
                _sent.Dequeue();
            }

            if (_sent.Count >= MostInWindow)
            {
                return false;
            }

            _sent.Enqueue(time.GetTimestamp());
            return true;
        }
    }
}

/// <summary>Beats as Hello asked, and notices when Discord no longer answers (discord.md §9).</summary>
internal sealed class Heartbeat(GatewaySender sender, TimeProvider time, Random random)
{
    private volatile bool _acknowledged = true;

    public void Acknowledge() => _acknowledged = true;

    /// <summary>Ends when a beat stayed unanswered until the next, or could not be sent.</summary>
    public async Task BeatAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        // Spread over the first interval, so that a mass reconnect does not beat in step.
        await Task.Delay(interval * random.NextDouble(), time, cancellationToken);
        while (_acknowledged)
        {
            _acknowledged = false;
            if (!await sender.BeatAsync(cancellationToken))
            {
                return;
            }

            await Task.Delay(interval, time, cancellationToken);
        }
    }
}
