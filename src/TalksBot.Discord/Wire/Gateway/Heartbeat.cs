namespace TalksBot.Discord.Wire.Gateway;

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
