namespace TalksBot.Core.Posts;

/// <summary>The post in the same channel that another one is about.</summary>
/// <param name="Key">The delivery that posted it.</param>
/// <param name="MessageId">The platform's id of that message; null until it is known.</param>
public sealed record PostReply(string Key, string? MessageId);
