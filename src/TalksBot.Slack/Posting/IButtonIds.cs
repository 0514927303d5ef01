using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Slack.Posting;

/// <summary>Names a post's buttons, so that a press can be told what it stands for; whoever answers presses brings it.</summary>
public interface IButtonIds
{
    /// <summary>The <c>action_id</c> of a button, at most 255 characters and unique in its message; null leaves the button off.</summary>
    string? IdOf(OutgoingPost post, PostButton button);
}
