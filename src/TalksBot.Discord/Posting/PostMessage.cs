using TalksBot.Core.Deliveries;
using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Core.Text;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>A post as Discord's message.</summary>
internal sealed class PostMessage(IButtonIds? buttons, IPictures? pictures = null)
{
    private readonly PostPicture _picture = new(pictures);

    /// <summary>The message to create; its nonce makes a repeated request harmless for a few minutes (discord.md §3.1).</summary>
    /// <param name="post">The post.</param>
    /// <param name="place">What stands before a message's id in its address, where the post points to another; null where that is not known.</param>
    public MessageDraft Draft(OutgoingPost post, string? place = null)
    {
        var content = PostContent.Of(post);
        post = PostEmbeds.Fit(post, content, place);
        var rows = PostButtons.Of(post, buttons);
        var (embeds, files) = _picture.Of(post.Post, PostEmbeds.Below(post, content, place));
        return new MessageDraft
        {
            Content = content.Text.Length > 0 ? content.Text : null,
            AllowedMentions = content.Allowed,
            Embeds = embeds,
            Files = files,
            Components = rows.Count > 0 ? rows : null,
            Nonce = post.Key.Value,
            EnforceNonce = true,
            Flags = post.IsRoutine ? MessageTraits.SuppressNotifications : null,
            MessageReference = Snowflake.TryParse(post.Post.InReplyTo?.MessageId, out var about) ? new MessageReference(about) : null,
        };
    }

    /// <summary>The whole content anew; a change notifies nobody.</summary>
    /// <param name="post">The post.</param>
    /// <param name="place">What stands before a message's id in its address, where the post points to another; null where that is not known.</param>
    public MessageEdit Edit(OutgoingPost post, string? place = null)
    {
        var content = PostContent.Of(post);
        post = PostEmbeds.Fit(post, content, place);
        var (embeds, files) = _picture.Of(post.Post, PostEmbeds.Below(post, content, place));
        return new MessageEdit
        {
            Content = content.Text,
            Embeds = embeds,
            Keep = [],
            Files = files,
            Components = PostButtons.Of(post, buttons),
        };
    }
}

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

/// <summary>What people quote and what a look-up goes by, such as <c>us-japan-autos · D1 · r7k2</c>; footers know no markup.</summary>
internal static class PostReference
{
    /// <summary>The reference of a post.</summary>
    public static string Of(OutgoingPost post) => Fit(PostFooter.Of(post));

    /// <summary>True for the reference of a post, also as earlier versions wrote it.</summary>
    public static bool Is(string? footer, OutgoingPost post) => footer == Of(post) || footer == Fit(PostFooter.Old(post));

    /// <summary>The end tells posts apart.</summary>
    private static string Fit(string reference)
    {
        var clean = CleanText.OneLine(reference);
        return clean.Length <= EmbedLimits.Footer ? clean : clean[^EmbedLimits.Footer..];
    }
}
