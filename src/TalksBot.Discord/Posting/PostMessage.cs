using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
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
        var mention = DiscordMention.Of(post.Post.Mention);
        post = Fit(post, place);
        var rows = PostButtons.Of(post, buttons);
        var (embeds, files) = _picture.Of(post.Post, PostEmbeds.Of(post, place));
        return new MessageDraft
        {
            Content = mention.Content,
            AllowedMentions = mention.Allowed,
            Embeds = embeds,
            Files = files,
            Components = rows.Count > 0 ? rows : null,
            Nonce = post.Key.Value,
            EnforceNonce = true,
        };
    }

    /// <summary>The whole content anew; a change notifies nobody.</summary>
    /// <param name="post">The post.</param>
    /// <param name="place">What stands before a message's id in its address, where the post points to another; null where that is not known.</param>
    public MessageEdit Edit(OutgoingPost post, string? place = null)
    {
        post = Fit(post, place);
        var (embeds, files) = _picture.Of(post.Post, PostEmbeds.Of(post, place));
        return new MessageEdit
        {
            Content = DiscordMention.Of(post.Post.Mention).Content ?? "",
            Embeds = embeds,
            Keep = [],
            Files = files,
            Components = PostButtons.Of(post, buttons),
        };
    }

    private static OutgoingPost Fit(OutgoingPost post, string? place) =>
        post with { Post = PostEmbeds.Fit(post.Post, PostReference.Of(post), post.Channel.ConnectionName, place) };
}
