using TalksBot.Core.Posts;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>A reply as the embeds that a post would be.</summary>
internal sealed class EmbedReplyForm : IReplyForm
{
    /// <inheritdoc/>
    public MessageDraft Write(Post body) => new() { Embeds = PostEmbeds.Of(body, reference: "") };
}
