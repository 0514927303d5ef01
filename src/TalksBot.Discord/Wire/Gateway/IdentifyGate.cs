using Microsoft.Extensions.Logging;
using TalksBot.Discord.Wire.Models;
using TalksBot.Discord.Wire.Rest;

namespace TalksBot.Discord.Wire.Gateway;

/// <summary>Lets shards identify one after the other, as many in five seconds and in a day as Discord allows (discord.md §9).</summary>
/// <remarks>Exceeding the day's number would make Discord reset the bot's token.</remarks>
internal sealed partial class IdentifyGate(ApplicationEndpoints application, TimeProvider time, ILogger logger)
    : IDisposable
{
    // Five seconds, and a little for two frames that travel unequally fast.
    private static readonly TimeSpan _apart = TimeSpan.FromSeconds(5.2);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<int, long> _identifiedAt = [];

    /// <summary>Ends when the shard may connect and identify; the pass must be disposed of whatever comes of it.</summary>
    public async Task<DiscordAnswer<IdentifyPass>> EnterAsync(int shard, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        var pass = new IdentifyPass(_one);
        try
        {
            var answer = await WaitForStartAsync(cancellationToken);
            if (answer is Answered<GatewayBot>(var gateway) && SafeAddress.Gateway(gateway.Url) is { } address)
            {
                var key = shard % Math.Max(1, gateway.SessionStartLimit.MaxConcurrency);
                await WaitForKeyAsync(key, cancellationToken);
                pass.Admit(address, () => _identifiedAt[key] = time.GetTimestamp());
                var admitted = pass;
                pass = null;
                return new Answered<IdentifyPass>(admitted);
            }

            return new Failed<IdentifyPass>(answer is Failed<GatewayBot>(var failure)
                ? failure
                : new Ambiguous("Discord named no safe address for the gateway."));
        }
        finally
        {
            pass?.Dispose();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<DiscordAnswer<GatewayBot>> WaitForStartAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var answer = await application.GetGatewayAsync(cancellationToken);
            if (answer is not Answered<GatewayBot>({ SessionStartLimit: { Remaining: <= 0 } limit }))
            {
                return answer;
            }

            LogExhausted(limit.ResetAfter);
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(1000, limit.ResetAfter)), time, cancellationToken);
        }
    }

    private async Task WaitForKeyAsync(int key, CancellationToken cancellationToken)
    {
        if (_identifiedAt.TryGetValue(key, out var last) && time.GetElapsedTime(last) < _apart)
        {
            await Task.Delay(_apart - time.GetElapsedTime(last), time, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No session starts are left; waiting {Milliseconds} ms for more")]
    private partial void LogExhausted(long milliseconds);
}
