using System.Globalization;
using System.Net.Http.Headers;
using TalksBot.Slack.Wire.Api;

namespace TalksBot.Slack.Wire.Limits;

/// <summary>Reads how long an answer asks to wait, in whatever way it says so, and as far as that can be believed.</summary>
internal static class Waits
{
    /// <summary>Whoever asks for more is asked again after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>The header <c>Retry-After</c>: seconds, with or without decimals, or a date; null for one that is none or below zero.</summary>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var text = headers.TryGetValues("Retry-After", out var values) ? values.FirstOrDefault() : null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return Of(seconds);
        }

        return headers.RetryAfter?.Date is { } date ? Of(Math.Max(0, (date - now).TotalSeconds)) : null;
    }

    private static TimeSpan? Of(double seconds) =>
        double.IsFinite(seconds) && seconds >= 0 ? TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds)) : null;
}

/// <summary>A call's place in the queue, kept when it has to be sent again.</summary>
internal sealed class Turn(LaneKey key, Tier tier, int priority, long number)
{
    private TaskCompletionSource<RateLimited?> _come = NewSource();

    public LaneKey Key { get; } = key;

    public Tier Tier { get; } = tier;

    /// <summary>The order in which calls were handed in.</summary>
    public long Number { get; } = number;

    /// <summary>How many refusals in a row its last was, over all calls of that limit; 0 for an answer that is none.</summary>
    public int Refusals { get; set; }

    /// <summary>Where it waits or is being sent, null outside.</summary>
    public Lane? Lane { get; set; }

    /// <summary>Null once it may be sent, a refusal when the wait would be too long.</summary>
    public Task<RateLimited?> Come => _come.Task;

    private int Priority { get; } = priority;

    /// <summary>Lower priorities go first, and among equals whoever came first.</summary>
    public static int Order(Turn one, Turn other) =>
        one.Priority != other.Priority
            ? one.Priority.CompareTo(other.Priority)
            : one.Number.CompareTo(other.Number);

    public void WaitAnew() => _come = NewSource();

    public void Grant() => _come.TrySetResult(null);

    public void Deny(RateLimited why) => _come.TrySetResult(why);

    public void Cancel(CancellationToken cancellationToken) => _come.TrySetCanceled(cancellationToken);

    // Continuations must not run inside the limiter's lock.
    private static TaskCompletionSource<RateLimited?> NewSource() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
