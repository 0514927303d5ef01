using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Discord.Posting;

namespace TalksBot.Discord.Commanding;

/// <summary>Names the buttons of posts in channels. They must outlive a restart, so a line too long for an id gets no button.</summary>
internal sealed class PostButtonIds : IButtonIds
{
    /// <inheritdoc/>
    public string? IdOf(OutgoingPost post, PostButton button) => ButtonId.Of(button.OpensForm ? ButtonAct.Ask : ButtonAct.Run, button.Command)?.Write(button.Label);
}
