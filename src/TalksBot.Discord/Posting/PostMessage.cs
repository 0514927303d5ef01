using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>A post as Discord's message.</summary>
internal sealed class PostMessage(IButtonIds? buttons, IPictures? pictures = null)
{
    private readonly PostPicture _picture = new(pictures);

    /// <summary>The message to create; its nonce makes a repeated request harmless for a few minutes (discord.md §3.1).</summary>
    public MessageDraft Draft(OutgoingPost post)
    {
        var mention = DiscordMention.Of(post.Post.Mention);
        var rows = PostButtons.Of(post, buttons);
        var (embeds, files) = _picture.Of(post.Post, PostEmbeds.Of(post));
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
    public MessageEdit Edit(OutgoingPost post)
    {
        var (embeds, files) = _picture.Of(post.Post, PostEmbeds.Of(post));
        return new MessageEdit
        {
            Content = DiscordMention.Of(post.Post.Mention).Content ?? "",
            Embeds = embeds,
            Keep = [],
            Files = files,
            Components = PostButtons.Of(post, buttons),
        };
    }
}
