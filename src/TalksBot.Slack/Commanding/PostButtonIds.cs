using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;

namespace TalksBot.Slack.Commanding;

/// <summary>Names the buttons of posts in channels. They must outlive a restart, so a line too long for Slack to carry gets no button.</summary>
internal sealed class PostButtonIds : IButtonIds
{
    /// <inheritdoc/>
    public (string ActionId, string? Value)? IdOf(OutgoingPost post, PostButton button) =>
        ButtonId.Carrying(button.OpensForm ? ButtonAct.Ask : ButtonAct.Run, KeptLines.Bare(button.Command)) is { } id ? (id.Write(button.Label), id.Value) : null;
}
