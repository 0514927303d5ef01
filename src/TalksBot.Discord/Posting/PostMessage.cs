using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>A post as Discord's message.</summary>
internal sealed class PostMessage(IButtonIds? buttons)
{
    /// <summary>The message to create; its nonce makes a repeated request harmless for a few minutes (discord.md §3.1).</summary>
    public MessageDraft Draft(OutgoingPost post)
    {
        var mention = DiscordMention.Of(post.Post.Mention);
        var rows = PostButtons.Of(post, buttons);
        return new MessageDraft
        {
            Content = mention.Content,
            AllowedMentions = mention.Allowed,
            Embeds = PostEmbeds.Of(post),
            Components = rows.Count > 0 ? rows : null,
            Nonce = post.Key.Value,
            EnforceNonce = true,
        };
    }

    /// <summary>The whole content anew; a change notifies nobody.</summary>
    public MessageEdit Edit(OutgoingPost post) => new()
    {
        Content = DiscordMention.Of(post.Post.Mention).Content ?? "",
        Embeds = PostEmbeds.Of(post),
        Components = PostButtons.Of(post, buttons),
    };
}
