using TalksBot.Core.Posts;
using TalksBot.Slack.Wire.Models;

namespace TalksBot.Slack.Commanding;

/// <summary>Writes the body of a reply for Slack, pinging nobody and within every limit; its buttons are added by the answer.</summary>
internal interface IReplyForm
{
    /// <summary>One answer without buttons, leaving room for one more block.</summary>
    /// <param name="body">What to say.</param>
    /// <param name="connection">The name of the connection it goes by, such as <c>slack:main</c>.</param>
    ResponseDraft Write(Post body, string connection);
}
