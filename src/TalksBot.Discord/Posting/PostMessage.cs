using TalksBot.Core.Pictures;
using TalksBot.Core.Platforms;
using TalksBot.Discord.Wire;
using TalksBot.Discord.Wire.Models;

namespace TalksBot.Discord.Posting;

/// <summary>A post as Discord's message.</summary>
/// <param name="hasButtons">False where nobody would answer a press.</param>
/// <param name="pictures">Draws pictures; null where nobody does.</param>
internal sealed class PostMessage(bool hasButtons, IPictures? pictures = null)
{
    private readonly PostPicture _picture = new(pictures);

    /// <summary>The message to create; its nonce makes a repeated request harmless for a few minutes (discord.md §3.1).</summary>
    /// <param name="post">The post.</param>
    /// <param name="place">What stands before a message's id in its address, where the post points to another; null where that is not known.</param>
    public MessageDraft Draft(OutgoingPost post, string? place = null)
    {
        var content = PostContent.Of(post);
        var body = PostBody.Of(post, content, place);
        var rows = Rows(body);
        var (embeds, files) = _picture.Of(post.Post, body.Embeds);
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
        var body = PostBody.Of(post, content, place);
        var (embeds, files) = _picture.Of(post.Post, body.Embeds);
        return new MessageEdit
        {
            Content = content.Text,
            Embeds = embeds,
            Keep = [],
            Files = files,
            Components = Rows(body),
        };
    }

    private IReadOnlyList<Component> Rows(PostBody body) => hasButtons ? PostButtons.Of(body.Fitted) : [];
}
