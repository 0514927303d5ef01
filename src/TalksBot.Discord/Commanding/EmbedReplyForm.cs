using TalksBot.Core.Pictures;
using TalksBot.Core.Posts;
using TalksBot.Discord.Posting;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Commanding;

/// <summary>A reply as the embeds that a post would be.</summary>
internal sealed class EmbedReplyForm(IPictures? pictures = null) : IReplyForm
{
    private readonly PostPicture _picture = new(pictures);

    /// <inheritdoc/>
    public MessageDraft Write(Post body, string connection)
    {
        var (embeds, files) = _picture.Of(body, PostEmbeds.Of(body, reference: "", connection));
        return new MessageDraft { Embeds = embeds, Files = files };
    }
}
