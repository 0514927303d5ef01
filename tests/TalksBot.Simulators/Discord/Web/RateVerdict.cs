namespace TalksBot.Simulators.Discord.Web;

/// <summary>What the limits say to a request; <see cref="RetryAfter"/> is null when it may pass.</summary>
internal sealed record RateVerdict(string Bucket, int Limit, int Remaining, DateTimeOffset ResetsAt, TimeSpan ResetAfter, TimeSpan? RetryAfter, bool Global);
