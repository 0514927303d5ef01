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

    // However long Discord says that it takes, it is asked again after this.
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(5);

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
                var key = shard % Math.Max(1, gateway.SessionStartLimit?.MaxConcurrency ?? 1);
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
        for (var told = false; ; told = true)
        {
            var answer = await application.GetGatewayAsync(cancellationToken);
            if (answer is not Answered<GatewayBot>({ SessionStartLimit: { } limit }) || PauseOf(limit) is not { } pause)
            {
                return answer;
            }

            if (!told)
            {
                LogScarce(Math.Max(0, limit.Remaining), limit.Total, pause.TotalSeconds);
            }

            await Task.Delay(pause, time, cancellationToken);
            if (limit.Remaining > 0)
            {
                return answer;
            }
        }
    }

    // What is left is spread over the time until there are more as soon as most are gone; the first one of a program is not kept waiting.
    private TimeSpan? PauseOf(SessionStartLimit limit)
    {
        var reset = TimeSpan.FromMilliseconds(Math.Clamp(limit.ResetAfter, 1000, 24 * 60 * 60 * 1000));
        if (limit.Remaining <= 0)
        {
            return reset < _longest ? reset : _longest;
        }

        if (_identifiedAt.Count == 0 || limit.Remaining > limit.Total / 2)
        {
            return null;
        }

        var share = reset / limit.Remaining;
        return share < _longest ? share : _longest;
    }

    private async Task WaitForKeyAsync(int key, CancellationToken cancellationToken)
    {
        if (_identifiedAt.TryGetValue(key, out var last) && time.GetElapsedTime(last) < _apart)
        {
            await Task.Delay(_apart - time.GetElapsedTime(last), time, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Of {Total} session starts {Remaining} are left; the next waits {Seconds} s so that they last")]
    private partial void LogScarce(int remaining, int total, double seconds);
}

/// <summary>The right to identify once, here; nobody else may until it is used or given back.</summary>
internal sealed class IdentifyPass(SemaphoreSlim one) : IDisposable
{
    private Action _used = () => { };
    private int _over;

    public Uri? Address { get; private set; }

    public void Admit(Uri address, Action used) => (Address, _used) = (address, used);

    /// <summary>The identify was sent.</summary>
    public void Use()
    {
        _used();
        Dispose();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _over, 1) == 0)
        {
            one.Release();
        }
    }
}
