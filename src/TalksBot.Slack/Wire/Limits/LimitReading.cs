namespace TalksBot.Slack.Wire.Limits;

/// <summary>What one answer says about limits.</summary>
/// <param name="Trip">From the first byte of the request to the answer; null when none came.</param>
/// <param name="Wait">How long Slack wants no more, null when it does not mind.</param>
/// <param name="WholeMethod">The wait holds for the method over all channels, as with HTTP 429 (slack.md §5), unless channels are counted.</param>
/// <param name="Answered">Somebody answered, whatever they said.</param>
internal readonly record struct LimitReading(TimeSpan? Trip, TimeSpan? Wait = null, bool WholeMethod = false, bool Answered = false);
