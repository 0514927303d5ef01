using TalksBot.Core.Pictures;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>A post's picture as an attachment that its last embed shows.</summary>
/// <param name="pictures">Draws it; null where nobody does, which leaves a post to its words.</param>
internal sealed class PostPicture(IPictures? pictures)
{
    /// <summary>The embeds with the picture below them, and the file that it is in; no file without a picture.</summary>
    public (IReadOnlyList<Embed> Embeds, IReadOnlyList<FileUpload> Files) Of(Post post, IReadOnlyList<Embed> embeds)
    {
        if (embeds.Count == 0 || post.Picture is not { } picture || pictures?.Draw(picture) is not { } png)
        {
            return (embeds, []);
        }

        var file = new FileUpload(Picture.FileName, png, CleanText.OneLine(picture.AltText));
        return ([.. embeds.SkipLast(1), embeds[^1] with { Image = EmbedImage.Of(file) }], [file]);
    }
}
