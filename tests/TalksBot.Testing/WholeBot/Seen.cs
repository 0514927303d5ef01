using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Testing.WholeBot;

/// <summary>A post somebody saw.</summary>
/// <param name="Post">The post.</param>
/// <param name="At">When it became visible.</param>
public sealed record Seen(OutgoingPost Post, Instant At)
{
    /// <summary>The channel's own name.</summary>
    public string Channel => Post.Channel.Channel;

    /// <summary>The post as plain text.</summary>
    public string Text => PostText.Write(Post.Post);
}
