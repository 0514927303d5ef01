using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TalksBot.Testing.WholeBot;

namespace TalksBot.Benchmarks;

/// <summary>How late the rungs of talks are while something else goes on beside them.</summary>
internal static class RungsMeanwhile
{
    private const int Talks = 20;
    private static readonly Duration Warning = Duration.FromHours(1);
    private static readonly Duration Ahead = Duration.FromSeconds(5);
    private static readonly Duration Between = Duration.FromMilliseconds(50);

    /// <summary>Measures the rungs that fall due every 50 ms from the moment on at which it begins until it is over.</summary>
    /// <param name="host">The bot, started.</param>
    /// <param name="name">Tells these talks from others.</param>
    /// <param name="longest">The longest that it can take.</param>
    /// <param name="meanwhile">What goes on.</param>
    /// <returns>The milliseconds from the due moment to the platform.</returns>
    public static async Task<IReadOnlyList<double>> OfAsync(IHost host, string name, Duration longest, Func<Task> meanwhile)
    {
        var clock = host.Services.GetRequiredService<IClock>();
        var now = clock.GetCurrentInstant();
        var each = (int)Math.Ceiling(longest / Between / Talks);
        for (var i = 0; i < Talks; i++)
        {
            var offsets = Enumerable.Range(0, each).Select(n => Warning + Ahead + (Between * ((n * Talks) + i)));
            await StandingDeadlines.AddAsync(host.Services, $"{name}-{i}", "1h", now, offsets);
        }

        await Task.Delay(Duration.Max(Duration.Zero, now + Ahead - clock.GetCurrentInstant()).ToTimeSpan());
        await meanwhile();
        var over = clock.GetCurrentInstant();
        await Task.Delay(TimeSpan.FromSeconds(2));
        var platform = host.Services.GetRequiredService<RecordingPlatform>();
        return [.. platform.Seen.Where(seen => seen.Post.Cause.Talks.StartsWith(name, StringComparison.Ordinal) && seen.Post.DueAt <= over).Select(seen => (seen.At - seen.Post.DueAt).TotalMilliseconds)];
    }
}
