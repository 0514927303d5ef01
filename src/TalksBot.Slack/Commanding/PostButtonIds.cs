using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;
using TalksBot.Slack.Posting;

namespace TalksBot.Slack.Commanding;

/// <summary>Names the buttons of posts in channels. They must outlive a restart, so a line too long for an id gets no button.</summary>
internal sealed class PostButtonIds : IButtonIds
{
    /// <inheritdoc/>
    public string? IdOf(OutgoingPost post, PostButton button)
    {
        var line = KeptLines.Bare(button.Command);
        return ButtonId.Holds(line) ? new ButtonId(ButtonAct.Run, LinePlace.Id, line).Write(button.Label) : null;
    }
}
