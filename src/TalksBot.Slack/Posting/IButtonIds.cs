using TalksBot.Core.Platforms;
using TalksBot.Core.Posts;

namespace TalksBot.Slack.Posting;

/// <summary>Names a post's buttons, so that a press can be told what it stands for; whoever answers presses brings it.</summary>
public interface IButtonIds
{
    /// <summary>What the platform keeps of a button and brings back with a press.</summary>
    /// <returns>
    /// The <c>action_id</c>, at most 255 characters and unique in its message, and the <c>value</c>, at most 2,000 characters or null
    /// (slack.md §10); null leaves the button off.
    /// </returns>
    (string ActionId, string? Value)? IdOf(OutgoingPost post, PostButton button);
}
