using TalksBot.Core.Posts;

namespace TalksBot.Core.Updates;

/// <summary>How an update stood in one channel.</summary>
/// <param name="Words">The words with who said them, as they were shown there.</param>
/// <param name="At">When the channel saw them.</param>
/// <param name="Post">The post that showed them.</param>
public sealed record SeenWords(string Words, Instant At, PostReply Post);
