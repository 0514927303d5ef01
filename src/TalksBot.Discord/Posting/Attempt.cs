namespace TalksBot.Discord.Posting;

/// <summary>A post that this process sent.</summary>
/// <param name="FirstAt">When it was first sent.</param>
/// <param name="MessageId">The message it became; null while no answer came.</param>
internal sealed record Attempt(Instant FirstAt, string? MessageId);
