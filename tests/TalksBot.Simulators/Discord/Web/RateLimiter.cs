using System.Security.Cryptography;
using System.Text;

namespace TalksBot.Simulators.Discord.Web;

/// <summary>Buckets per hash and major parameter, and the bot's global limit. Protocol sheet §10.</summary>
internal sealed class RateLimiter(DiscordSimulatorOptions options)
{
    private readonly RateWindow _global = new(options.GlobalLimit);
    private readonly Dictionary<string, RateWindow> _windows = new(StringComparer.Ordinal);

    public RateVerdict Take(RestRoute route, IReadOnlyDictionary<string, string> path, DateTimeOffset now)
    {
        if (!route.Open && !_global.TryTake(now))
        {
            return Verdict(route, _global, now, refused: true, global: true);
        }

        var key = $"{route.Bucket}:{RestRoute.Major(path)}";
        if (!_windows.TryGetValue(key, out var window))
        {
            window = new RateWindow(route.Limit ?? options.OtherLimit);
            _windows[key] = window;
        }

        return Verdict(route, window, now, refused: !window.TryTake(now), global: false);
    }

    private static RateVerdict Verdict(RestRoute route, RateWindow window, DateTimeOffset now, bool refused, bool global)
    {
        var left = window.ResetsAt - now;
        return new RateVerdict(Hash(route.Bucket), window.Limit, window.Remaining, window.ResetsAt, left, refused ? left : null, global);
    }

    private static string Hash(string bucket) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bucket)))[..32];
}
